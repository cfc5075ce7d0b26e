// What the compiler allows and this code base does not. Each message says what to do instead.

export interface Restriction {
  readonly selector: string;
  readonly message: string;
}

/** In every room, tests included. */
export const EVERYWHERE: readonly Restriction[] = [
  {
    selector:
      'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > :matches(ArrowFunctionExpression, FunctionExpression)',
    message: 'Export a function as a `function` declaration with its return type.',
  },
  {
    selector: ':matches(ExportAllDeclaration, ExportNamedDeclaration[source])',
    message: 'No barrels: let the reader import from the file that has it.',
  },
];

/** In everything that is shipped: ways from a page or a record into other programs, or from text into a page. */
export const OUTWARD: readonly Restriction[] = [
  {
    selector:
      'MemberExpression[property.name=/^(openExternal|openPath|loadFile|executeJavaScript|executeJavaScriptInIsolatedWorld|insertCSS)$/]',
    message: 'Nothing is handed to the system to open, and no text becomes code of a page: see docs/security.md.',
  },
];

/** In the rooms that must answer the same for the same arguments. */
export const DETERMINED: readonly Restriction[] = [
  {
    selector: ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
    message: 'The time is an argument: take `now` (or the clock) from the caller.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The time is an argument: take `now` (or the clock) from the caller.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness is an argument: take it from the caller.',
  },
  {
    selector: ":matches(ImportSpecifier[imported.name='randomUUID'], MemberExpression[property.name='randomUUID'])",
    message: 'Ids are an argument: take `ids` from the caller.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings are arguments: only electron/ reads the environment.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Name the export, so that a search finds it.' },
];
