/** One thing that was looked at. `at` is the byte in the file at which it goes wrong, where that can be told. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly at?: number;
}

/** Contents by name. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Far more than any record: what is larger is not one. */
export const MOST_BYTES = 4_194_304;

export function pass(name: string, detail: string): Finding {
  return { name, ok: true, detail };
}

export function fail(name: string, detail: string, at?: number): Finding {
  return at === undefined ? { name, ok: false, detail } : { name, ok: false, detail, at };
}
