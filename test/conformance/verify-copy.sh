#!/bin/sh
# verify-copy.sh FOLDER [FINGERPRINT]
# All that lies in the folder of a record: the record, its proof, the PDF, and that the files in the PDF are those beside
# it. FINGERPRINT: of the station's certificate, with colons. POSIX sh, openssl, coreutils, grep, awk, gzip.
set -eu
here=$(dirname "$0") folder=$1 fingerprint=${2:-}
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
fail() { echo "FAILED: $*"; exit 1; }
b64u() { tr -d '\n' | tr '_-' '/+' | awk '{n=length($0)%4; printf "%s%s",$0,(n==2?"==":n==3?"=":"")}' | openssl base64 -d -A; }
record=$folder/record.sd-jwt proof=$folder/record.tlog-proof
signing=$folder/station-signing.pem root=$folder/station-root.pem
for file in "$record" "$signing" "$root"; do [ -f "$file" ] || fail "$file is missing"; done

sh "$here/verify-with-openssl.sh" "$record" "$signing" "$root" || exit 1
[ -z "$fingerprint" ] || [ "$(openssl x509 -in "$root" -noout -fingerprint -sha256 | sed 's/.*=//')" = "$fingerprint" ] ||
  fail 'another station than expected'
[ ! -f "$proof" ] || sh "$here/verify-log-proof.sh" "$record" "$proof" "$signing" "$root" || exit 1

set -- "$folder"/*.pdf
[ -e "$1" ] || { echo 'ok: there is no PDF'; exit 0; }
cut -d. -f1 "$record" | b64u > "$t/header"
jti=$(sed 's/.*"jti":"\([^"]*\)".*/\1/' "$t/header")
[ $# = 1 ] && [ "$1" = "$folder/$jti.pdf" ] || fail 'not the PDF of this record'
pdf=$1
sh "$here/verify-pdf.sh" "$pdf" "$signing" "$root" "$(sed 's/.*"iat":\([0-9]*\).*/\1/' "$t/header")" || exit 1

for file in record.sd-jwt record.tlog-proof station-signing.pem station-root.pem; do
  if sh "$here/pdf-attachment.sh" "$pdf" "$file" > "$t/inside"
  then cmp -s "$t/inside" "$folder/$file" || fail "$file in the PDF is not the one beside it"
  else [ ! -f "$folder/$file" ] || fail "$file is not in the PDF"; fi
done
echo 'ok: the files in the PDF are those beside it'
