#!/bin/sh
# verify-pdf.sh file.pdf station-signing.pem station-root.pem [SECONDS]
# Is this PDF signed as a whole, once, by this certificate? SECONDS since 1970: when it was signed. The signature is built
# anew from its parts and compared byte for byte, then judged by openssl. POSIX sh, openssl, coreutils, grep, awk.
set -eu
pdf=$1 signing=$2 root=$3 when=${4:-}
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
fail() { echo "FAILED: $*"; exit 1; }
hex() { od -An -v -tx1 | tr -d ' \n'; }
raw() { printf 'asn1=FORMAT:HEX,OCTETSTRING:%s\n' "$1" > "$t/cnf"; openssl asn1parse -genconf "$t/cnf" -noout -out "$t/octets"; tail -c $((${#1} / 2)) "$t/octets"; }

[ "$(grep -a -o '/ByteRange' "$pdf" | wc -l)" = 1 ] || fail 'not exactly one signature'
set -- $(grep -a -o '/ByteRange \[0 [0-9]* [0-9]* [0-9]*\]' "$pdf" | tr -dc '0-9 ')
[ $# = 4 ] || fail 'the signature is not written as the format says'
before=$2 after=$3
[ $(($3 + $4)) = "$(wc -c < "$pdf")" ] || fail 'the signature does not cover the whole file'
{ head -c "$before" "$pdf"; tail -c +$((after + 1)) "$pdf"; } > "$t/signed"
tail -c +$((before + 1)) "$pdf" | head -c $((after - before)) > "$t/between"
[ "$(head -c 1 "$t/between")" = '<' ] && [ "$(tail -c 1 "$t/between")" = '>' ] || fail 'the signature does not stand where it says'
contents=$(sed 's/^<//;s/>$//' "$t/between" | tr -d '\0')
[ "${#contents}" = $((after - before - 2)) ] || fail 'a byte that does not belong into a signature'
case $contents in *[!0-9a-f]*) fail 'a byte that does not belong into a signature';; 3082*) ;; *) fail 'the signature cannot be read';; esac
length=$((4 + 0x$(printf %s "$contents" | cut -c5-8)))
cms=$(printf %s "$contents" | cut -c1-$((2 * length)))
rest=$(printf %s "$contents" | cut -c$((2 * length + 1))-)
case $rest in *[!0]*) fail 'there is more behind the signature';; esac
raw "$cms" > "$t/cms"

openssl x509 -in "$signing" -outform DER > "$t/signing"
# What stands above it: the others of that file, then the root.
awk -v t="$t" '/BEGIN/ { n++ } n > 1 { print > (t "/above" n) }' "$signing"
for one in "$t"/above* "$root"; do [ ! -f "$one" ] || openssl x509 -in "$one" -outform DER; done > "$t/root"
# Where serial number and issuer stand in the certificate: the second and the fourth element inside.
openssl asn1parse -in "$signing" | sed -n 's/^ *\([0-9]*\):d=2 *hl=\([0-9]*\) *l= *\([0-9]*\) .*/\1 \2 \3/p' | sed -n '2p;4p' > "$t/places"
openssl asn1parse -inform DER -in "$t/cms" 2> "$t/out" | tail -1 > "$t/last" || true
grep -q 'OCTET STRING' "$t/last" || fail 'the signature cannot be read'
sed 's/^ *\([0-9]*\):d=[0-9]* *hl=\([0-9]*\) *l= *\([0-9]*\) .*/\1 \2 \3/' "$t/last" >> "$t/places"
openssl dgst -sha256 -r "$t/signed" "$t/signing" > "$t/digests"
expected=$(awk -v signing="$(hex < "$t/signing")" -v root="$(hex < "$t/root")" -v cms="$cms" '
  # One element of DER in hex: tag, length in its shortest spelling, body.
  function der(tag, body, n) {
    n = length(body) / 2
    return tag sprintf(n < 128 ? "%02x" : n < 256 ? "81%02x" : "82%04x", n) body
  }
  function cut(from, o, h, l) { return substr(from, 2 * o + 1, 2 * (h + l)) }
  FNR == NR { digest[NR] = $1; next }
  FNR == 1 { serial = cut(signing, $1, $2, $3) }
  FNR == 2 { issuer = cut(signing, $1, $2, $3) }
  FNR == 3 { signature = substr(cms, 2 * ($1 + $2) + 1, 2 * $3) }
  END {
    sha256 = "300b0609608648016503040201"; data = "06092a864886f70d010701"
    meant = der("30", der("04", digest[2]) der("30", der("30", der("a4", issuer)) serial))
    # In the order of DER: by their bytes.
    attributes = der("30", "06092a864886f70d010903" der("31", data)) \
      der("30", "06092a864886f70d010904" der("31", der("04", digest[1])))
    certificate = der("30", "060b2a864886f70d010910022f" der("31", der("30", der("30", meant))))
    attributes = certificate < attributes ? certificate attributes : attributes certificate
    signer = der("30", "020101" der("30", issuer serial) sha256 der("a0", attributes) "300a06082a8648ce3d040302" der("04", signature))
    print der("30", "06092a864886f70d010702" der("a0", der("30", "020101" der("31", sha256) der("30", data) der("a0", signing root) der("31", signer))))
  }' "$t/digests" "$t/places")
[ "$cms" = "$expected" ] || fail 'the file was changed after it was signed, or the signature was'
openssl cms -verify -binary -cades ${when:+-attime "$when"} -inform DER -in "$t/cms" -content "$t/signed" -CAfile "$root" \
  -out /dev/null > "$t/out" 2>&1 || fail 'signature of the PDF'
echo 'ok: one signature over the whole PDF'
