/**
 * Name of a log, unique for ever: no town's domain is known here, so the ORI and a random part tell it apart.
 * @param ori nine capitals and digits
 */
export function newLogOrigin(ori: string, random: (size: number) => Uint8Array): string {
  return `sallyport.invalid/${ori.toLowerCase()}/booking-log/${Buffer.from(random(8)).toString('hex')}`;
}
