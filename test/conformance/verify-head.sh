#!/bin/sh
# verify-head.sh head.txt station-signing.pem station-root.pem
# Did the station sign this head of its log, as scanned from paper? Other lines under it may be of other keys; those of
# this key must hold, and there must be one. POSIX sh, openssl, coreutils, grep, awk.
set -eu
head=$1 signing=$2 root=$3
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
fail() { echo "FAILED: $*"; exit 1; }

openssl verify -no_check_time -untrusted "$signing" -CAfile "$root" "$signing" > /dev/null || fail certificates
openssl x509 -in "$signing" -pubkey -noout > "$t/pub"
tr -d '\r' < "$head" > "$t/note"
head -3 "$t/note" > "$t/head"
LC_ALL=C awk '
  NR == 1 && /./ || NR == 2 && /^(0|[1-9][0-9]*)$/ || NR == 3 && length($0) == 44 && /^[A-Za-z0-9+\/]*[AEIMQUYcgkosw048]=$/ { next }
  NR == 4 && $0 == "" { next }
  NR > 4 && split($0, p, " ") == 3 && p[1] == "\342\200\224" && $0 == p[1] " " p[2] " " p[3] && p[3] ~ /^[A-Za-z0-9+\/]+=*$/ { next }
  { wrong = 1 }
  END { exit wrong || NR < 5 }' "$t/note" || fail 'this is no head of a log'
openssl pkey -pubin -in "$t/pub" -outform DER | openssl dgst -sha256 -binary | head -c 4 > "$t/id"
signed=no
sed 1,4d "$t/note" > "$t/lines"
while read -r _ name encoded || [ -n "$encoded" ]; do
  printf %s "$encoded" | openssl base64 -d -A > "$t/line"
  [ "$(openssl base64 -A -in "$t/line")" = "$encoded" ] || fail 'this is no head of a log'
  [ "$name" = "$(head -1 "$t/head")" ] && head -c 4 "$t/line" | cmp -s - "$t/id" || continue
  tail -c +5 "$t/line" > "$t/signature"
  openssl dgst -sha256 -verify "$t/pub" -signature "$t/signature" "$t/head" > /dev/null || fail 'signature of the head'
  signed=yes
done < "$t/lines"
[ $signed = yes ] || fail 'signature of the head'
echo "$(sed -n 2p "$t/head") entries, root $(sed -n 3p "$t/head"): signed by the station"
