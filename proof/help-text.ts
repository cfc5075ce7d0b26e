interface Help {
  readonly exportNumber: string;
  readonly audience: string;
  /** SHA-256 of the root certificate, colon pairs. */
  readonly rootFingerprint: string;
  /** Name of the authority whose root it is; null for the station's own. */
  readonly authority: string | null;
}

const checkRecord = (own: boolean): string => `Check the certificates (sh, openssl)
  b64() { tr '_-' '/+' | awk '{n=length($0)%4; printf "%s%s",$0,(n==2?"==":n==3?"=":"")}' | openssl base64 -d -A; }
  at=$(cut -d. -f1 record.sd-jwt | b64 | sed 's/.*"iat":\\([0-9]*\\).*/\\1/')
  openssl verify -x509_strict -attime "$at"${own ? '' : ' -untrusted station-signing.pem'} -CAfile station-root.pem station-signing.pem
  openssl x509 -in station-root.pem -noout -fingerprint -sha256

Check the signature
  cut -d'~' -f1 record.sd-jwt | tr -d '\\n' > r.jws
  cut -d. -f1,2 r.jws | tr -d '\\n' > r.signed
  h=$(cut -d. -f3 r.jws | b64 | od -An -v -tx1 | tr -d ' \\n')
  printf 'asn1=SEQUENCE:s\\n[s]\\nr=INTEGER:0x%s\\ns=INTEGER:0x%s\\n' \\
    "$(printf %s "$h" | cut -c1-64)" "$(printf %s "$h" | cut -c65-128)" > r.cnf
  openssl asn1parse -genconf r.cnf -noout -out r.der
  openssl x509 -in station-signing.pem -pubkey -noout > r.pub
  openssl dgst -sha256 -verify r.pub -signature r.der r.signed

Read what it says
  cut -d. -f2 r.jws | b64; echo
  tr '~' '\\n' < record.sd-jwt | sed 1d | while read -r part; do printf %s "$part" | b64; echo; done

Does each part belong to the record?
The SHA-256 of each part, in base64url, must stand in the list "_sd":
  tr '~' '\\n' < record.sd-jwt | sed 1d | while read -r part; do
    printf %s "$part" | openssl dgst -sha256 -binary | openssl base64 -A | tr '/+' '_-' | tr -d '='; echo; done
`;

const CHECK_PROOF = `Is the record in the station's log? (C2SP tlog-proof, RFC 9162; after the checks above)
The head of the log is signed; then the hashes lead from the entry to its root.
  raw() { openssl base64 -d -A; }
  sha() { openssl dgst -sha256 -binary; }
  awk 'head { print } /^$/ { head = 1 }' record.tlog-proof > r.note
  head -3 r.note > r.head
  sed -n 5p r.note | sed 's/.* //' | raw | tail -c +5 > r.mark
  openssl dgst -sha256 -verify r.pub -signature r.mark r.head
  i=$(sed -n '2s/index //p' record.tlog-proof) s=$(($(sed -n 2p r.head) - 1))
  { printf '\\0'; cut -d. -f2 r.jws | b64; } | sha > r.at
  sed '1,2d;/^$/,$d' record.tlog-proof > r.path
  while read -r hash; do
    printf %s "$hash" | raw > r.hash
    if [ $((i % 2)) = 1 ] || [ $i = $s ]; then
      { printf '\\001'; cat r.hash r.at; } | sha > r.next
      while [ $((i % 2)) = 0 ] && [ $i != 0 ]; do i=$((i / 2)) s=$((s / 2)); done
    else
      { printf '\\001'; cat r.at r.hash; } | sha > r.next
    fi
    mv r.next r.at
    i=$((i / 2)) s=$((s / 2))
  done < r.path
  [ $s = 0 ] && sed -n 3p r.head | raw | cmp - r.at && echo 'The record is in the log.'
The first line of r.head must be the "log" of the record, the index its "seq".
`;

const checkPdf = (pdf: string): string => `Check the PDF
With pdfsig it says "Signature is Valid." and "Total document signed", both once:
    pdfsig ${pdf}
With openssl alone; the numbers of ByteRange must reach to the end of the file:
  set -- $(grep -a -o '/ByteRange *\\[[^]]*' ${pdf} | tr -dc '0-9 ')
  [ $# = 4 ] && [ $(($3 + $4)) = $(wc -c < ${pdf}) ] && echo 'The signature covers the whole file.'
  { head -c $2 ${pdf}; tail -c +$(($3 + 1)) ${pdf}; } > p.signed
  tail -c +$(($2 + 2)) ${pdf} | head -c $(($3 - $2 - 2)) > p.hex
  n=$((4 + 0x$(cut -c5-8 p.hex)))
  printf 'asn1=FORMAT:HEX,OCTETSTRING:%s\\n' "$(head -c $((2 * n)) p.hex)" > p.cnf
  openssl asn1parse -genconf p.cnf -noout -out p.octets && tail -c $n p.octets > p.der
  openssl cms -verify -binary -cades -attime "$at" -inform DER -in p.der -content p.signed \\
    -CAfile station-root.pem -out /dev/null
The files inside it are those beside it:
    pdfdetach -saveall ${pdf}
`;

/** What the help says of the root: the station's own, or that of an authority. */
const OF_OWN = {
  number: 3,
  signing: 'certificate of the key that signed them',
  root: 'certificate of the station, which issued the other one',
  whose: "the station's certificate",
} as const;

const ofAuthority = (
  name: string,
): Readonly<Record<'signing' | 'root' | 'whose', string>> & { readonly number: 4 } => ({
  number: 4,
  signing: 'certificate of the key that signed them, and of who stands between it and the root',
  root: `root certificate "${name}", which vouches for the station's key`,
  whose: `the root "${name}"`,
});

/** README.txt of a bundle. Verifiers compare it word for word: a change of words needs a new first line. */
export function helpText({ exportNumber, audience, rootFingerprint, authority }: Help): string {
  const said = authority === null ? OF_OWN : ofAuthority(authority);
  return `Signed notification record, help ${String(said.number)}

Export number:  ${exportNumber}
Handed to:      ${audience.replaceAll(/\s+/g, ' ')}

What is here
    ${exportNumber}.pdf    to read and to keep: the record in words, signed, with the files below inside it
    record.sd-jwt          the record: one line, signed by the station
    record.tlog-proof      proof that the record stands in the station's log, with the signed head of that log;
                           absent where no head of that log was signed since
    station-signing.pem    ${said.signing}
    station-root.pem       ${said.root}
    verify.html            page that checks all of this in a browser, without any network

Is it from the station?
    Fingerprint of ${said.whose} (SHA-256):
    ${rootFingerprint}
Compare it with the fingerprint that the station gave you on paper or by
telephone. This file proves nothing by itself.

With the station's program:
    sallyport verify . --root FINGERPRINT
In a browser: open verify.html, type the fingerprint, drop the PDF or this folder.
The page came by the same way as the record, so it proves no more than that. The
commands below need nothing of the station's: openssl and a shell.

${checkRecord(authority === null)}
A part can be missing: the station may hand out a copy without it. A part
that is there cannot be changed. The time is that of the station's clock.

${CHECK_PROOF}
${checkPdf(`${exportNumber}.pdf`)}`;
}
