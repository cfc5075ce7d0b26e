/** Ends a `switch` over a union: a member that was forgotten does not compile. Throws if data lied about its type. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value of type ${typeof value}`);
}
