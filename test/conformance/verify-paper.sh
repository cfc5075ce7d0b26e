#!/bin/sh
# verify-paper.sh FOLDER [FINGERPRINT]
# A paper (daily log, report, packet for the clerk, index of a package), which lies in a folder of its own name: the PDF,
# that the files in it are those beside it, and the certificates. FINGERPRINT: of the station's certificate, with colons.
# POSIX sh, openssl, coreutils, grep, sed, awk, gzip.
set -eu
here=$(dirname "$0") folder=$1 name=$(basename "$1") fingerprint=${2:-}
pdf=$folder/$name.pdf signing=$folder/station-signing.pem root=$folder/station-root.pem
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
fail() { echo "FAILED: $*"; exit 1; }
[ -f "$pdf" ] && [ -f "$signing" ] && [ -f "$root" ] || fail "$name is no paper of a station"
[ -z "$fingerprint" ] || [ "$(openssl x509 -in "$root" -noout -fingerprint -sha256 | sed 's/.*=//')" = "$fingerprint" ] ||
  fail 'another station than expected'
at=$(grep -a -o '^/M (D:[0-9]\{14\}Z)' "$pdf" | tail -1 | sed 's/.*D:\(....\)\(..\)\(..\)\(..\)\(..\)\(..\)Z.*/\1-\2-\3 \4:\5:\6/')
sh "$here/verify-pdf.sh" "$pdf" "$signing" "$root" "$(date -u -d "$at" +%s)" || exit 1

# The certificates of the signature, in their one spelling.
spelled() {
  rm -f "$t"/pem*; awk -v t="$t" '/-----BEGIN/ { n++ } n { print > (t "/pem" n) }' "$1"
  for one in "$t"/pem*; do openssl x509 -in "$one"; done | cmp -s - "$1" || fail "$(basename "$1") is spelled in another way"
}
spelled "$signing"; spelled "$root"

# What lies in the PDF lies beside it, and nothing else of such a name.
grep -a '^/F (' "$pdf" | sed 's/^.F (\(.*\))$/\1/' | LC_ALL=C sort -u > "$t/names"
while read -r file; do
  sh "$here/pdf-attachment.sh" "$pdf" "$file" > "$t/inside" || fail "$file cannot be read in the PDF"
  cmp -s "$t/inside" "$folder/$file" || fail "$file in the PDF is not the one beside it"
done < "$t/names"
step='[A-Za-z0-9_.-]+'
for file in "$folder"/*; do basename "$file"; done | grep -vxF "$name.pdf" | grep -vxF -f "$t/names" | LC_ALL=C grep -xE \
  "record[.](sd-jwt|tlog-proof)|README[.]txt|consistency(-older)?[.]txt|checkpoint-[A-Za-z0-9_-]+[.]txt|EXP-[0-9]+-[0-9]+[.]pdf|(audit-sample|clerk-packet|daily-log|public-records|report)-$step[.](pdf|csv|json)" &&
  fail 'there is more in the folder than in the PDF'
echo 'ok: the files in the PDF are those beside it'
