#!/bin/sh
# pdf-attachment.sh file.pdf NAME
# Writes out a file that lies in the PDF; exit 1 where there is none of this name. POSIX sh, coreutils, grep, sed, gzip.
set -eu
pdf=$1 name=$2
t=$(mktemp -d); trap 'rm -rf "$t"' EXIT

# It is a stream of an object of its own, named by /F in its description.
id=$(grep -a -A2 -F -e "/F ($name)" "$pdf" | sed -n 's|^/F \([0-9]*\) 0 R$|\1|p')
[ -n "$id" ] || exit 1
at=$(grep -a -b -o -x "$id 0 obj" "$pdf" | cut -d: -f1)
tail -c +$((at + 1)) "$pdf" | head -c 2000 > "$t/object"
stream=$(grep -a -b -o -x stream "$t/object" | head -1 | cut -d: -f1)
head -c "$stream" "$t/object" > "$t/about"
size=$(sed -n 's|.*/Length \([0-9]*\).*|\1|p' "$t/about" | tail -1)
tail -c +$((at + stream + 8)) "$pdf" | head -c "$size" > "$t/stream"
if grep -q FlateDecode "$t/about"
then { printf '\037\213\010\0\0\0\0\0\0\0'; tail -c +3 "$t/stream"; } | gzip -dc 2> "$t/said" || true
else cat "$t/stream"; fi
