#!/bin/sh
# verify-with-openssl.sh record.sd-jwt station-signing.pem station-root.pem
# Checks a signed record with a POSIX shell, coreutils, awk and openssl; nothing of Sallyport is used.
set -eu
record=$1 signing=$2 root=$3
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
die() { echo "FAILED: $*"; exit 1; }
b64u() { tr '_-' '/+' | awk '{n=length($0)%4; printf "%s%s",$0,(n==2?"==":n==3?"=":"")}' | openssl base64 -d -A; }

LC_ALL=C grep -q '[^A-Za-z0-9._~-]' "$record" && die "a byte that does not belong into a record"
[ "$(wc -l < "$record")" -eq 0 ] || die "a line break"
[ "$(tail -c 1 "$record")" = '~' ] || die "does not end where it should"

cut -d'~' -f1 "$record" | tr -d '\n' > "$t/jws"
[ "$(tr -cd . < "$t/jws" | wc -c)" -eq 2 ] || die "not exactly one signature"
cut -d. -f1,2 "$t/jws" | tr -d '\n' > "$t/signed"
cut -d. -f1 "$t/jws" | b64u > "$t/header"
cut -d. -f2 "$t/jws" | b64u > "$t/entry"
cut -d. -f3 "$t/jws" | b64u > "$t/rs"
[ "$(wc -c < "$t/rs")" -eq 64 ] || die "signature length"
grep -q '"alg":"ES256"' "$t/header" || die "algorithm"
grep -q '"typ":"notification-record+sd-jwt"' "$t/header" || die "type"
at=$(sed 's/.*"iat":\([0-9]*\).*/\1/' "$t/header")
openssl verify -x509_strict -attime "$at" -CAfile "$root" "$signing" > "$t/out" 2>&1 || die "certificates"
openssl x509 -in "$signing" -pubkey -noout > "$t/key.pem"
hex=$(od -An -v -tx1 "$t/rs" | tr -d ' \n')
printf 'asn1=SEQUENCE:s\n[s]\nr=INTEGER:0x%s\ns=INTEGER:0x%s\n' \
  "$(printf %s "$hex" | cut -c1-64)" "$(printf %s "$hex" | cut -c65-128)" > "$t/cnf"
openssl asn1parse -genconf "$t/cnf" -noout -out "$t/der"
openssl dgst -sha256 -verify "$t/key.pem" -signature "$t/der" "$t/signed" > "$t/out" 2>&1 || die "signature"

tr '~' '\n' < "$record" | sed '1d;/^$/d' > "$t/parts"
[ "$(sort "$t/parts" | uniq -d | wc -l)" -eq 0 ] || die "a part is there twice"
while read -r part; do
  digest=$(printf %s "$part" | openssl dgst -sha256 -binary | openssl base64 -A | tr '/+' '_-' | tr -d '=')
  grep -q "\"_sd\":\[[^]]*\"$digest\"" "$t/entry" || die "a part is not in the entry"
done < "$t/parts"

echo "ok: signature, certificates and $(wc -l < "$t/parts") parts"
echo "compare: $(openssl x509 -in "$root" -noout -fingerprint -sha256 | sed 's/.*=//')"
