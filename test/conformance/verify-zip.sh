#!/bin/sh
# verify-zip.sh copies.zip [FINGERPRINT]
# A zip of many copies: the station signed its list, every file on the list is there as it was and no other lies in a
# folder, and each copy holds by itself. unzip, POSIX sh, openssl, coreutils, grep, awk, gzip.
set -eu
here=$(dirname "$0") zip=$1 fingerprint=${2:-}
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
fail() { echo "FAILED: $*"; exit 1; }
b64u() { tr -d '\n' | tr '_-' '/+' | awk '{n=length($0)%4; printf "%s%s",$0,(n==2?"==":n==3?"=":"")}' | openssl base64 -d -A; }
to_b64u() { openssl base64 -A | tr '/+' '_-' | tr -d '='; }

# The list at its end, and the header before each file, which say the same: readers go by the one or the other.
od -An -v -tu1 -w1 "$zip" | awk '
  { b[NR - 1] = $1 }
  function s(at) { return b[at] + 256 * b[at + 1] }
  function l(at) { return s(at) + 65536 * s(at + 2) }
  function same(one, other, n, i) { for (i = 0; i < n; i++) if (b[one + i] != b[other + i]) return 0; return 1 }
  END {
    end = NR - 22
    if (end < 0 || l(end) != 101010256 || s(end + 4) || s(end + 6) || s(end + 20) || s(end + 8) != s(end + 10)) exit 1
    at = l(end + 16)
    if (at + l(end + 12) != end) exit 1
    for (left = s(end + 10); left > 0; left--) {
      own = l(at + 42); flags = s(at + 8); name = s(at + 28)
      if (l(at) != 33639248 || l(own) != 67324752 || s(at + 6) > 20 || s(at + 34)) exit 1
      kind = int(b[at + 41] / 16)  # 8: a plain file, 4: a folder, 0: not told
      if (b[at + 5] == 3 && kind != 8 && kind != 4 && kind != 0) exit 1
      if (flags % 2 || int(flags / 16) % 128 || flags >= 4096) exit 1
      if (!same(at + 8, own + 6, 4) || s(own + 26) != name || !same(at + 46, own + 30, name)) exit 1
      if (int(flags / 8) % 2 == 0 && !same(at + 16, own + 14, 12)) exit 1
      at += 46 + name + s(at + 30) + s(at + 32)
    }
    if (at != end) exit 1
  }' || fail 'the zip is damaged, or something was added to it'
unzip -tqq "$zip" > "$t/out" 2>&1 < /dev/null || fail 'the zip is damaged'
unzip -Z1 "$zip" | LC_ALL=C sort > "$t/names"
[ -z "$(uniq -d < "$t/names")" ] || fail 'a name is in it twice'
step='[A-Za-z0-9_.-]([A-Za-z0-9_. ()-]*[A-Za-z0-9_.()-])?'
LC_ALL=C grep -qvE "^$step(/$step){0,3}/?$" "$t/names" && fail 'a name in the zip leads elsewhere'
LC_ALL=C grep -qE '(^|/)[.][.]?(/|$)' "$t/names" && fail 'a name in the zip leads elsewhere'
mkdir "$t/zip"
unzip -qq -o "$zip" -d "$t/zip" > "$t/out" 2>&1 < /dev/null || fail 'the zip is damaged'
[ -z "$(find "$t/zip" -type l)" ] || fail 'a file in the zip is a link'
list=$t/zip/manifest.json jws=$t/zip/manifest.jws
copies() {
  for folder in "$t"/zip/*/; do
    judge=verify-copy.sh
    case $(basename "$folder") in daily-log-* | public-records-*) judge=verify-paper.sh ;; esac
    sh "$here/$judge" "${folder%/}" "$fingerprint" > "$t/out" || { cat "$t/out"; exit 1; }
  done
}
if [ ! -f "$list" ] && [ ! -f "$jws" ]; then
  copies
  echo 'ok: each copy by itself; there is no list, so nobody can tell whether copies were taken out'
  exit 0
fi
[ -f "$list" ] && [ -f "$jws" ] || fail 'there is no signed list'

# Who signed the list, and that it is this list.
LC_ALL=C grep -q '[^A-Za-z0-9._-]' "$jws" && fail 'a byte that does not belong into a signature'
[ "$(tr -cd . < "$jws" | wc -c)" -eq 2 ] && [ "$(wc -l < "$jws")" -eq 0 ] || fail 'no signed statement'
cut -d. -f1 "$jws" | b64u > "$t/header"
cut -d. -f2 "$jws" | b64u > "$t/told"
cut -d. -f3 "$jws" | b64u > "$t/rs"
cut -d. -f1,2 "$jws" | tr -d '\n' > "$t/signed"
[ "$(wc -c < "$t/rs")" -eq 64 ] && [ "$(to_b64u < "$t/rs")" = "$(cut -d. -f3 "$jws")" ] || fail 'the signature of the list'
grep -q '"alg":"ES256"' "$t/header" && grep -q '"typ":"sallyport-copies+jws"' "$t/header" || fail 'kind of signature'
pem() { echo '-----BEGIN CERTIFICATE-----'; fold -w 64; echo; echo '-----END CERTIFICATE-----'; }
sed 's/.*"x5c":\[\([^]]*\)\].*/\1/' "$t/header" | tr -d '"' | tr ',' '\n' > "$t/x5c"
sed '$d' "$t/x5c" | while read -r one; do printf %s "$one" | pem; done > "$t/signing.pem"
tail -1 "$t/x5c" | tr -d '\n' | pem > "$t/root.pem"
openssl verify -x509_strict -attime "$(sed 's/.*"iat":\([0-9]*\).*/\1/' "$t/told")" -untrusted "$t/signing.pem" -CAfile "$t/root.pem" "$t/signing.pem" \
  > "$t/out" 2>&1 || fail certificates
[ -z "$fingerprint" ] || [ "$(openssl x509 -in "$t/root.pem" -noout -fingerprint -sha256 | sed 's/.*=//')" = "$fingerprint" ] ||
  fail 'another station than expected'
h=$(od -An -v -tx1 "$t/rs" | tr -d ' \n')
printf 'asn1=SEQUENCE:s\n[s]\nr=INTEGER:0x%s\ns=INTEGER:0x%s\n' \
  "$(printf %s "$h" | cut -c1-64)" "$(printf %s "$h" | cut -c65-128)" > "$t/cnf"
openssl asn1parse -genconf "$t/cnf" -noout -out "$t/der"
openssl x509 -in "$t/signing.pem" -pubkey -noout > "$t/pub"
openssl dgst -sha256 -verify "$t/pub" -signature "$t/der" "$t/signed" > "$t/out" 2>&1 || fail 'the signature of the list'
grep -q "\"manifest\":\"$(openssl dgst -sha256 -r "$list" | cut -d' ' -f1)\"" "$t/told" || fail 'the list is not the signed one'

# The list against the zip. It is as it was signed, so its lines are as the station wrote them.
awk -F'"' '$2 == "export" { folder = $4 } folder != "" && $4 ~ /^[0-9a-f]+$/ && length($4) == 64 { print $4 "  " folder "/" $2 }' \
  "$list" > "$t/listed"
(cd "$t/zip" && sha256sum -c --status --strict "$t/listed") || fail 'a file is not the one that the list names'
sed 's/^[0-9a-f]*  //' "$t/listed" | LC_ALL=C sort > "$t/expected"
grep / "$t/names" | grep -v '/$' | cmp -s - "$t/expected" || fail 'there are other files in the zip than in the list'
copies
echo "ok: $(wc -l < "$t/listed") files as the station listed them"
