interface Help {
  readonly exportNumber: string;
  readonly audience: string;
  /** SHA-256 of the root certificate, colon pairs. */
  readonly rootFingerprint: string;
}

const HOW_TO_CHECK = `Check the certificates (sh, openssl)
  b64() { tr '_-' '/+' | awk '{n=length($0)%4; printf "%s%s",$0,(n==2?"==":n==3?"=":"")}' | openssl base64 -d -A; }
  at=$(cut -d. -f1 record.sd-jwt | b64 | sed 's/.*"iat":\\([0-9]*\\).*/\\1/')
  openssl verify -x509_strict -attime "$at" -CAfile station-root.pem station-signing.pem
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

A part can be missing: the station may hand out a copy without it. A part
that is there cannot be changed. The time is that of the station's clock.
`;

/** README.txt of a bundle, first version. Verifiers compare it word for word: a change of words needs a new first line. */
export function helpText({ exportNumber, audience, rootFingerprint }: Help): string {
  return `Signed notification record, help 1

Export number:  ${exportNumber}
Handed to:      ${audience.replaceAll(/\s+/g, ' ')}

What is here
  record.sd-jwt         the record: one line, signed by the station
  station-signing.pem   certificate of the key that signed it
  station-root.pem      certificate of the station, which issued the other one

Is it from the station?
  Fingerprint of the station's certificate (SHA-256):
  ${rootFingerprint}
  Compare it with the fingerprint that the station gave you on paper or by
  telephone. This file proves nothing by itself.

${HOW_TO_CHECK}`;
}
