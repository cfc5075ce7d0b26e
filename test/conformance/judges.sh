#!/bin/sh
# judges.sh DIR [FINGERPRINT]
# Asks programs of other hands about every record and every PDF below DIR, also those in zips, as `npm run demo` or an
# export left them. Says for each program how many it took, which ones this machine lacks, and the line that installs
# those (Debian). FINGERPRINT: of the station's certificate, with colons. Exit 1 where one refused anything, or where
# there was nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd) dir=$1 fingerprint=${2:-} python=${PYTHON:-/usr/bin/python3}
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
: > "$t/bad"; : > "$t/lacking"
# all PATTERN FOLDER [FOLDER]: the files of such names below them.
all() { find "$2" "${3:-$2}" -type f -name "$1" | LC_ALL=C sort -u; }
# A paper without its certificates beside it is no export.
papers() { while read -r pdf; do [ ! -f "$(dirname "$pdf")/station-root.pem" ] || echo "$pdf"; done; }
there() { command -v "$1" > /dev/null 2>&1; }

all '*EXP-*.zip' "$dir" > "$t/zips"
mkdir "$t/inside"
! there unzip || while read -r zip; do
  unzip -qq -o "$zip" -d "$t/inside/$(basename "$zip")" > "$t/said" 2>&1 < /dev/null || true
done < "$t/zips"
all record.sd-jwt "$dir" > "$t/loose"
all record.sd-jwt "$dir" "$t/inside" > "$t/records"
# A record has its proof beside it once the log has heads; what a clerk gets tells how the log grew since the head before.
beside() { while read -r file; do [ ! -f "$(dirname "$file")/$1" ] || echo "$file"; done; }
beside record.tlog-proof < "$t/records" > "$t/proofs"
all consistency.txt "$dir" "$t/inside" | beside checkpoint-before.txt | cat "$t/proofs" - > "$t/logged"
all '*.pdf' "$dir" "$t/inside" | papers > "$t/pdfs"
all '*.pdf' "$dir" | papers | while read -r pdf; do
  [ -f "$(dirname "$pdf")/record.sd-jwt" ] || echo "$pdf"
done > "$t/papers"
[ -s "$t/loose" ] || [ -s "$t/pdfs" ] || [ -s "$t/zips" ] || { echo "FAILED: nothing to judge in $dir"; exit 1; }

lacks() { echo "not installed: $1"; echo "$2" >> "$t/lacking"; }
# ask NAME LIST COMMAND…: the command, with the file as its last word, for each of the list.
ask() {
  name=$1 list=$2 took=0; shift 2
  while read -r file; do
    if "$@" "$file" > "$t/said" 2>&1 < /dev/null; then took=$((took + 1))
    else echo "FAILED: $name: ${file#"$t/inside/"}"; sed 's/^/  /' "$t/said" | tail -5; echo x >> "$t/bad"; fi
  done < "$list"
  echo "$name: $took of $(wc -l < "$list" | tr -d ' ')"
}
says() { want=$1; shift; "$@" > "$t/told" 2>&1 || { cat "$t/told"; return 1; }; cat "$t/told"; grep -q "$want" "$t/told"; }
part() { cut -d'~' -f1 "$1" | tr -d '\n' > "$t/jws"; }

copy() { sh "$here/verify-copy.sh" "$(dirname "$1")" "$fingerprint"; }
paper() { sh "$here/verify-paper.sh" "$(dirname "$1")" "$fingerprint"; }
zip() { sh "$here/verify-zip.sh" "$1" "$fingerprint"; }
signed() {
  says 'Total document signed' pdfsig "$@" && grep -q 'Signature is Valid' "$t/told" && ! grep -q 'Signature #2' "$t/told"
}
trusted() {
  root=$(dirname "$1")/station-root.pem
  certutil -A -d "sql:$t/nss" -n "$(cksum < "$root" | tr ' ' -)" -t CT,C,C -i "$root" || return 1
  signed -nssdir "sql:$t/nss" "$1" && grep -q 'Certificate is Trusted' "$t/told"
}
unchanged() { says 'The document is unchanged since signing' mutool sign -v "$1"; }
certified() {
  at=$(dirname "$1"); cat "$at/station-signing.pem" "$at/station-root.pem" > "$t/chain"
  says 'Chain verification output: Verified' certtool --verify --load-ca-certificate "$at/station-root.pem" --infile "$t/chain"
}
b64u() { openssl base64 -A | tr '/+' '_-' | tr -d '='; }
with_jose() {
  part "$1"
  openssl x509 -in "$(dirname "$1")/station-signing.pem" -noout -pubkey > "$t/pub" || return 1
  openssl pkey -pubin -in "$t/pub" -outform DER | tail -c 64 > "$t/point"
  printf '{"kty":"EC","crv":"P-256","x":"%s","y":"%s"}' "$(head -c 32 "$t/point" | b64u)" "$(tail -c 32 "$t/point" | b64u)" > "$t/jwk"
  jose jws ver -i "$t/jws" -k "$t/jwk" -O-
}
with_jwcrypto() {
  part "$1"
  "$python" -c 'import sys
from jwcrypto import jwk, jws
token = jws.JWS()
token.deserialize(open(sys.argv[1]).read())
token.verify(jwk.JWK.from_pem(open(sys.argv[2], "rb").read()))' "$t/jws" "$(dirname "$1")/station-signing.pem"
}
with_sigstore() { at=$(dirname "$1"); node "$here/tlog-judge.ts" "$1" "$at/record.tlog-proof" "$at/station-signing.pem"; }
library() { node "$here/sd-jwt-judge.ts" "$1" "$(dirname "$1")/station-signing.pem"; }

ask 'openssl, records' "$t/loose" copy
ask 'openssl, papers' "$t/papers" paper
if there unzip; then ask 'openssl, zips' "$t/zips" zip; else lacks 'openssl, zips' unzip; fi
there certutil || lacks 'certutil, without which nobody asks pdfsig whether it trusts the station' libnss3-tools
if ! there pdfsig; then lacks pdfsig poppler-utils
elif there certutil; then mkdir "$t/nss"; certutil -N -d "sql:$t/nss" --empty-password; ask pdfsig "$t/pdfs" trusted
else ask pdfsig "$t/pdfs" signed; fi
if there qpdf; then ask qpdf "$t/pdfs" qpdf --check; else lacks qpdf qpdf; fi
if there mutool; then ask mutool "$t/pdfs" unchanged; else lacks mutool mupdf-tools; fi
if there certtool; then ask certtool "$t/pdfs" certified; else lacks certtool gnutls-bin; fi
if there jose; then ask jose "$t/records" with_jose; else lacks jose jose; fi
if "$python" -c 'import jwcrypto' 2> /dev/null; then ask jwcrypto "$t/records" with_jwcrypto; else lacks jwcrypto python3-jwcrypto; fi
gocode=/usr/share/gocode
if there go && [ -d "$gocode/src/golang.org/x/mod/sumdb/tlog" ]; then
  GO111MODULE=off GOPATH=$gocode go build -o "$t/check-log" "$here/check-log.go"
  ask 'Go tlog' "$t/logged" "$t/check-log"
else lacks 'Go tlog' 'golang-go golang-golang-x-mod-dev'; fi
# Packages of ours for tests, by the Node that stands beside them.
modules=$here/../../node_modules PATH=$here/../../node_modules/.bin:$PATH
# npm PACKAGE LIST COMMAND
npm() { if [ -d "$modules/$1" ] && there node; then ask "$@"; else echo "not installed: $1 (npm ci)"; fi; }
npm @sd-jwt/core "$t/records" library
npm @sigstore/verify "$t/proofs" with_sigstore
[ ! -s "$t/lacking" ] || echo "install them: apt-get install -y $(tr '\n' ' ' < "$t/lacking" | sed 's/ $//')"
[ ! -s "$t/bad" ]
