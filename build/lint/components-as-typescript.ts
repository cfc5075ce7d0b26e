// Imported before the parser of components, which looks at this once, as it loads. With it a component is TypeScript to
// the compiler from the start; without it every single one changes the program, and all types are found out anew. It
// also shows the rules what an imported component takes.
process.env['SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK'] = '1';
