const NAME_LENGTH = 64;

/** Whose name it is: of the station. */
export interface Holder {
  readonly stationName: string;
  readonly ori: string;
}

/** The role of a signing key in its name. */
export const SIGNS = 'Record Signing';

/** Name of the holder of a certificate or a request, cut to what a certificate takes (RFC 5280 A.1). */
export function holderName({ stationName, ori }: Holder, role: string): Readonly<Record<'O' | 'OU' | 'CN', string>> {
  const cut = (length: number): string => Array.from(stationName).slice(0, length).join('');
  return { O: cut(NAME_LENGTH), OU: ori, CN: `${cut(NAME_LENGTH - role.length - 1)} ${role}` };
}
