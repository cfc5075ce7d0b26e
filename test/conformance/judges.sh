#!/bin/sh
# judges.sh DIR [FINGERPRINT]
# Asks programs of other hands about every record and every PDF below DIR, as `npm run demo` or an export left them.
# Says for each program how many it took; those that are not installed are named. Debian: apt-get install poppler-utils
# qpdf mupdf-tools gnutls-bin python3-jwcrypto unzip. Exit 1 where one refused anything, or where there was nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd) dir=$1 fingerprint=${2:-} python=${PYTHON:-/usr/bin/python3}
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
: > "$t/bad"
find "$dir" -type f -name record.sd-jwt | LC_ALL=C sort > "$t/records"
find "$dir" -type f -name '*.pdf' | LC_ALL=C sort > "$t/all"
# A paper without its certificates beside it is no export.
while read -r pdf; do [ ! -f "$(dirname "$pdf")/station-root.pem" ] || echo "$pdf"; done < "$t/all" > "$t/pdfs"
find "$dir" -type f -name '*-to-*.zip' | LC_ALL=C sort > "$t/zips"
[ -s "$t/records" ] || [ -s "$t/pdfs" ] || [ -s "$t/zips" ] || { echo "FAILED: nothing to judge in $dir"; exit 1; }

# ask NAME LIST NEEDED COMMAND…: the command, with the file as its last word, for each of the list.
ask() {
  name=$1 list=$2 needed=$3; shift 3
  if ! command -v "$needed" > /dev/null 2>&1; then echo "not installed: $name"; return 0; fi
  took=0
  while read -r file; do
    if "$@" "$file" > "$t/said" 2>&1 < /dev/null; then took=$((took + 1))
    else echo "FAILED: $name: $file"; sed 's/^/  /' "$t/said" | tail -5; echo x >> "$t/bad"; fi
  done < "$list"
  echo "$name: $took of $(wc -l < "$list" | tr -d ' ')"
}
copy() { sh "$here/verify-copy.sh" "$(dirname "$1")" "$fingerprint"; }
zip() { sh "$here/verify-zip.sh" "$1" "$fingerprint"; }
says() { want=$1; shift; "$@" > "$t/told" 2>&1 || { cat "$t/told"; return 1; }; cat "$t/told"; grep -q "$want" "$t/told"; }
pdfsig_() { says 'Total document signed' pdfsig "$1" && grep -q 'Signature is Valid' "$t/told"; }
mutool_() { says 'The document is unchanged since signing' mutool sign -v "$1"; }
certtool_() {
  at=$(dirname "$1"); cat "$at/station-signing.pem" "$at/station-root.pem" > "$t/chain"
  says 'Chain verification output: Verified' certtool --verify --load-ca-certificate "$at/station-root.pem" --infile "$t/chain"
}
jwcrypto_() {
  cut -d'~' -f1 "$1" | tr -d '\n' > "$t/jws"
  "$python" -c 'import sys
from jwcrypto import jwk, jws
token = jws.JWS()
token.deserialize(open(sys.argv[1]).read())
token.verify(jwk.JWK.from_pem(open(sys.argv[2], "rb").read()))' "$t/jws" "$(dirname "$1")/station-signing.pem"
}
ask 'openssl, records' "$t/records" openssl copy
ask 'openssl, zips' "$t/zips" unzip zip
ask pdfsig "$t/pdfs" pdfsig pdfsig_
ask qpdf "$t/pdfs" qpdf qpdf --check
ask mutool "$t/pdfs" mutool mutool_
ask certtool "$t/pdfs" certtool certtool_
if "$python" -c 'import jwcrypto' 2> /dev/null; then ask jwcrypto "$t/records" "$python" jwcrypto_; else echo 'not installed: jwcrypto'; fi
[ ! -s "$t/bad" ]
