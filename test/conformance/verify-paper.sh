#!/bin/sh
# verify-paper.sh FOLDER [FINGERPRINT]
# The PDF of a paper (daily log, report, packet for the clerk, index of a package), which lies in a folder of its own name
# with the certificates. FINGERPRINT: of the station's certificate, with colons. POSIX sh, openssl, coreutils, grep, awk.
set -eu
here=$(dirname "$0") name=$(basename "$1") signing=$1/station-signing.pem root=$1/station-root.pem fingerprint=${2:-}
fail() { echo "FAILED: $*"; exit 1; }
[ -f "$1/$name.pdf" ] && [ -f "$signing" ] && [ -f "$root" ] || fail "$name is no paper of a station"
[ -z "$fingerprint" ] || [ "$(openssl x509 -in "$root" -noout -fingerprint -sha256 | sed 's/.*=//')" = "$fingerprint" ] ||
  fail 'another station than expected'
at=$(grep -a -o '^/M (D:[0-9]\{14\}Z)' "$1/$name.pdf" | tail -1 | sed 's/.*D:\(....\)\(..\)\(..\)\(..\)\(..\)\(..\)Z.*/\1-\2-\3 \4:\5:\6/')
sh "$here/verify-pdf.sh" "$1/$name.pdf" "$signing" "$root" "$(date -u -d "$at" +%s)"
