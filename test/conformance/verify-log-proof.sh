#!/bin/sh
# verify-log-proof.sh record.sd-jwt record.tlog-proof station-signing.pem station-root.pem
# Is the entry in the log whose head the station signed? POSIX sh, openssl, coreutils.
set -eu
record=$1 proof=$2 signing=$3 root=$4
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
fail() { echo "FAILED: $*"; exit 1; }
b64url() { tr -d '\n' | tr '_-' '/+' | awk '{n=length($0)%4; printf "%s%s",$0,(n==2?"==":n==3?"=":"")}' | openssl base64 -d -A; }
sha() { openssl dgst -sha256 -binary; }

at=$(cut -d. -f1 "$record" | b64url | sed 's/.*"iat":\([0-9]*\).*/\1/')
openssl verify -x509_strict -attime "$at" -untrusted "$signing" -CAfile "$root" "$signing" > /dev/null || fail certificates
cut -d. -f2 "$record" | b64url > "$t/entry"

# Its form: the place, a hash a line, an empty line, the head.
[ "$(head -1 "$proof")" = c2sp.org/tlog-proof@v1 ] && [ -z "$(tail -c 1 "$proof")" ] || fail format
sed 's/^extra [A-Za-z0-9+/=]*$/extra/' "$proof" | LC_ALL=C awk -v t="$t" '
  NR == 2 && $0 == "extra" { next }
  head { print > (t "/note"); next }
  NR == 1 { next }
  place == "" { if ($0 !~ /^index (0|[1-9][0-9]*)$/) exit 1; place = $2; print place > (t "/index"); next }
  $0 == "" { head = 1; next }
  length($0) != 44 || !/^[A-Za-z0-9+\/]*[AEIMQUYcgkosw048]=$/ { exit 1 }
  { print > (t "/path") }' || fail format
grep -q "$(printf '\r')" "$proof" && fail format
touch "$t/path"
[ -f "$t/note" ] || fail format
sh "$(dirname "$0")/verify-head.sh" "$t/note" "$signing" "$root" > "$t/said" || fail 'signature of the head'
head -3 "$t/note" > "$t/head"

# The place (RFC 9162 section 2.1.3.2).
index=$(cat "$t/index") size=$(sed -n 2p "$t/head")
sed -n 3p "$t/head" | openssl base64 -d -A > "$t/root"
[ "$index" -lt "$size" ] || fail index
grep -qF "\"log\":\"$(head -1 "$t/head")\"," "$t/entry" || fail 'the entry is of another log'
grep -q "\"seq\":$index," "$t/entry" || fail 'the entry has another number'
{ printf '\000'; cat "$t/entry"; } | sha > "$t/reached"
fn=$index sn=$((size - 1))
while read -r hash; do
  [ "$sn" -ne 0 ] || fail 'too many hashes'
  printf %s "$hash" | openssl base64 -d -A > "$t/hash"
  if [ $((fn % 2)) = 1 ] || [ "$fn" = "$sn" ]; then
    { printf '\001'; cat "$t/hash" "$t/reached"; } | sha > "$t/next"
    while [ $((fn % 2)) = 0 ] && [ "$fn" != 0 ]; do fn=$((fn / 2)) sn=$((sn / 2)); done
  else
    { printf '\001'; cat "$t/reached" "$t/hash"; } | sha > "$t/next"
  fi
  mv "$t/next" "$t/reached"
  fn=$((fn / 2)) sn=$((sn / 2))
done < "$t/path"
[ "$sn" = 0 ] && cmp -s "$t/reached" "$t/root" || fail 'the entry is not in the log'
echo "entry $index of $size is in the log: ok"
