#!/bin/sh
# verify-log-proof.sh record.sd-jwt record.tlog-proof station-signing.pem station-root.pem
# Is the entry in the log whose head the station signed? POSIX sh, openssl, coreutils.
set -eu
record=$1 proof=$2 signing=$3 root=$4
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
fail() { echo "FAILED: $*"; exit 1; }
b64url() { tr -d '\n' | tr '_-' '/+' | awk '{n=length($0)%4; printf "%s%s",$0,(n==2?"==":n==3?"=":"")}' | openssl base64 -d -A; }
sha() { openssl dgst -sha256 -binary; }

openssl verify -CAfile "$root" "$signing" > /dev/null || fail certificates
openssl x509 -in "$signing" -pubkey -noout > "$t/pub"
cut -d. -f2 "$record" | b64url > "$t/entry"

# The head: three lines, signed as a note.
awk 'head { print } /^$/ { head = 1 }' "$proof" > "$t/note"
head -3 "$t/note" > "$t/head"
sed -n 5p "$t/note" | sed 's/.* //' | openssl base64 -d -A | tail -c +5 > "$t/signature"
openssl dgst -sha256 -verify "$t/pub" -signature "$t/signature" "$t/head" > /dev/null || fail 'signature of the head'

# The place (RFC 9162 section 2.1.3.2).
[ "$(head -1 "$proof")" = c2sp.org/tlog-proof@v1 ] || fail format
index=$(sed -n '2s/^index //p' "$proof") size=$(sed -n 2p "$t/head")
sed -n 3p "$t/head" | openssl base64 -d -A > "$t/root"
[ "$index" -lt "$size" ] || fail index
grep -qF "\"log\":\"$(head -1 "$t/head")\"," "$t/entry" || fail 'the entry is of another log'
grep -q "\"seq\":$index," "$t/entry" || fail 'the entry has another number'
{ printf '\000'; cat "$t/entry"; } | sha > "$t/reached"
fn=$index sn=$((size - 1))
sed -n '3,/^$/p' "$proof" | sed '$d' > "$t/path"
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
