#!/bin/sh
# verify-head.sh head.txt station-signing.pem station-root.pem
# Did the station sign this head of its log, as scanned from paper? POSIX sh, openssl, coreutils.
set -eu
head=$1 signing=$2 root=$3
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
fail() { echo "FAILED: $*"; exit 1; }

openssl verify -no_check_time -CAfile "$root" "$signing" > /dev/null || fail certificates
openssl x509 -in "$signing" -pubkey -noout > "$t/pub"
tr -d '\r' < "$head" > "$t/note"
head -3 "$t/note" > "$t/head"
sed -n 5p "$t/note" | sed 's/.* //' | openssl base64 -d -A | tail -c +5 > "$t/signature"
openssl dgst -sha256 -verify "$t/pub" -signature "$t/signature" "$t/head" > /dev/null || fail 'signature of the head'
echo "$(sed -n 2p "$t/head") entries, root $(sed -n 3p "$t/head"): signed by the station"
