#!/bin/sh
# verify-with-openssl.sh record.sd-jwt station-signing.pem station-root.pem
# station-signing.pem holds the signing certificate, and behind it those between it and the root, if any.
# Checks a signed record with a POSIX shell, coreutils, awk and openssl; nothing of Sallyport is used.
set -eu
record=$1 signing=$2 root=$3
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
die() { echo "FAILED: $*"; exit 1; }

LC_ALL=C grep -q '[^A-Za-z0-9._~-]' "$record" && die "a byte that does not belong into a record"
[ "$(tail -c 1 "$record")" = '~' ] || die "does not end where it should"

# Header, entry and signature as base64, what is signed, and each part, into files of their own.
awk -v t="$t" '
  BEGIN { RS = "~" }
  function put(text, name) { printf "%s", text > (t "/" name); close(t "/" name) }
  function base64(text) { gsub(/_/, "/", text); gsub(/-/, "+", text); while (length(text) % 4) text = text "="; return text }
  /\n/ { print "a line break"; exit }
  NR == 1 && split($0, p, ".") != 3 || NR > 1 && /[.]/ { print "not exactly one signature"; exit }
  NR == 1 { put(p[1] "." p[2], "signed"); for (i = 1; i <= 3; i++) put(base64(p[i]), i ".base64"); next }
  $0 == "" { print "an empty part"; exit }
  $0 in seen { print "a part is there twice"; exit }
  { seen[$0] = 1; put($0, "part" NR) }' "$record" > "$t/wrong"
[ ! -s "$t/wrong" ] || die "$(cat "$t/wrong")"
for i in 1 2 3; do openssl base64 -d -A -in "$t/$i.base64" -out "$t/$i"; done
[ "$(wc -c < "$t/3")" -eq 64 ] || die "signature length"
[ "$(openssl base64 -A -in "$t/3")" = "$(cat "$t/3.base64")" ] || die "another spelling of the signature"
case $(cat "$t/1") in *'"alg":"ES256"'*) ;; *) die "algorithm";; esac
case $(cat "$t/1") in *'"typ":"notification-record+sd-jwt"'*) ;; *) die "type";; esac

# The certificates in the header are the two files, in their one spelling.
awk -v t="$t" '
  function pem(base64, file, i) {
    print "-----BEGIN CERTIFICATE-----" > file
    for (i = 1; i <= length(base64); i += 64) print substr(base64, i, 64) > file
    print "-----END CERTIFICATE-----" > file
  }
  match($0, /"x5c":\[("[^"]*",)+"[^"]*"\]/) {
    n = split(substr($0, RSTART, RLENGTH), p, "\"")
    for (i = 4; i < n; i += 2) pem(p[i], i < n - 1 ? t "/signing" : t "/root")
  }' "$t/1"
cmp -s "$t/signing" "$signing" || die "the signing certificate is not the one in the header"
cmp -s "$t/root" "$root" || die "the root is not the one in the header"
at=$(sed 's/.*"iat":\([0-9]*\).*/\1/' "$t/1")
openssl verify -x509_strict -attime "$at" -untrusted "$signing" -CAfile "$root" "$signing" > "$t/out" 2>&1 || die "certificates"

openssl x509 -in "$signing" -pubkey -noout > "$t/key.pem"
od -An -v -tx1 "$t/3" | tr -d ' \n' |
  awk '{ printf "asn1=SEQUENCE:s\n[s]\nr=INTEGER:0x%s\ns=INTEGER:0x%s\n", substr($0, 1, 64), substr($0, 65) }' > "$t/cnf"
openssl asn1parse -genconf "$t/cnf" -noout -out "$t/der"
openssl dgst -sha256 -verify "$t/key.pem" -signature "$t/der" "$t/signed" > "$t/out" 2>&1 || die "signature"

# SHA-256 of each part, against the digests in the entry; those are base64url, openssl writes hex.
set -- "$t"/part*
[ -e "$1" ] || shift
: > "$t/digests"
[ $# = 0 ] || openssl dgst -sha256 -r "$@" > "$t/digests"
awk '
  function hex(text, i, bits, held, out) {
    for (i = 1; i <= length(text); i++) {
      bits = bits * 64 + index("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", substr(text, i, 1)) - 1
      for (held += 6; held >= 4; bits %= 2 ^ held) { held -= 4; out = out sprintf("%x", int(bits / 2 ^ held)) }
    }
    return substr(out, 1, 64)
  }
  FILENAME ~ /2$/ { match($0, /"_sd":\[[^]]*\]/); n = split(substr($0, RSTART + 6, RLENGTH - 6), p, "\""); for (i = 2; i < n; i += 2) known[hex(p[i])] = 1; next }
  !($1 in known) { print "a part is not in the entry"; exit }' "$t/2" "$t/digests" > "$t/wrong"
[ ! -s "$t/wrong" ] || die "$(cat "$t/wrong")"

echo "ok: signature, certificates and $# parts"
echo "compare: $(openssl x509 -in "$root" -noout -fingerprint -sha256 | sed 's/.*=//')"
echo "root: $(openssl x509 -in "$root" -noout -subject -nameopt utf8,sname,sep_comma_plus_space | sed 's/^subject=//')"
