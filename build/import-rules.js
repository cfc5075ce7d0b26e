// Which room may import which. Each rule says in its comment what to do instead.
// Run from the root: depcruise --config build/import-rules.js policy contract proof services db migrations electron renderer build test

const npm = (names) => `(^|/)node_modules/(@types/)?(${names})/`;
const core = (names) => `^(node:)?(${names})$`;

/** A room and all that it may import. */
const only = (name, { room, allowed, comment }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: room },
  to: { pathNot: allowed, couldNotResolve: false },
});
/** An arrow that must not be. */
const ban = (name, { from = {}, to, comment }) => ({ name, comment, severity: 'error', from, to });

const SHAPE = [
  ban('no-circular', {
    to: { circular: true },
    comment:
      'Two files that need each other are one subject, or hide a third: move what both need to a file of its own.',
  }),
  ban('not-to-unresolvable', {
    to: { couldNotResolve: true },
    comment: 'The file or package is not there: correct the path (with its .ts), or ask for the package in an ADR.',
  }),
  ban('no-orphans', {
    from: { orphan: true, pathNot: ['^build/', '^test/', '[.]d[.]ts$', '^electron/(main|preload|key-preload)[.]ts$'] },
    to: {},
    comment: 'Nobody uses this file and it uses nobody: connect it, or delete it.',
  }),
  ban('not-to-dev-dependency', {
    from: { pathNot: ['^(test|build|renderer)/'] },
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: [npm('electron'), '(^|/)node_modules/@types/'],
    },
    comment:
      'What ships must be a dependency: move the package in package.json and write an ADR line, or do without it.',
  }),
  ban('nothing-imports-test-or-build', {
    from: { pathNot: ['^(test|build)/'] },
    to: { path: '^(test|build)/' },
    comment: 'The product cannot lean on its scaffolding: move what you need into the room that owns the subject.',
  }),
];

const ROOMS = [
  only('policy-is-pure', {
    room: '^policy/',
    allowed: ['^policy/'],
    comment: 'A rule takes everything as an argument: let a service gather it and hand it over as data.',
  }),
  only('contract-is-shapes', {
    room: '^contract/',
    allowed: ['^(contract|policy)/', npm('zod')],
    comment: 'A contract says what may cross, nothing else: put the work into a service and domain types into policy.',
  }),
  only('proof-is-arithmetic', {
    room: '^proof/',
    allowed: ['^proof/', core('crypto'), npm('canonicalize')],
    comment: 'Proofs can be read and judged alone: take bytes and keys as arguments, and let a service fetch them.',
  }),
  ban('verifying-needs-no-node', {
    from: { path: '^proof/verify/' },
    to: { path: core('crypto|fs|fs/promises|path|zlib|buffer|stream|url|os|util'), reachable: true },
    comment:
      'A browser runs this too: use WebCrypto and what else both have, and keep files that use Node out of reach.',
  }),
  only('migrations-are-frozen', {
    room: '^migrations/',
    allowed: ['^migrations/', npm('kysely')],
    comment: "Tomorrow's types must not change yesterday's step: write the names and SQL out in the migration itself.",
  }),
  only('db-knows-no-use-case', {
    room: '^db/',
    allowed: [
      '^(db|policy|proof)/',
      '^migrations/index[.]ts$',
      npm('kysely|better-sqlite3'),
      core('fs|fs/promises|path|crypto|buffer|util'),
    ],
    comment: 'db answers and writes, it does not decide: take the value as an argument and let the service call both.',
  }),
  only('services-have-no-shell', {
    room: '^services/',
    allowed: [
      '^(services|policy|contract|proof|db)/',
      npm('csv-parse|canonicalize|@peculiar/x509|pdfkit|fontkit|reflect-metadata|zod'),
      core(
        'crypto|fs|fs/promises|path|stream|stream/promises|stream/consumers|buffer|string_decoder|util|zlib|events|timers/promises',
      ),
    ],
    comment:
      'A use case runs without Electron, in tests and on the command line: take what the shell knows as an argument.',
  }),
  only('renderer-stays-in-its-window', {
    room: '^renderer/',
    allowed: [
      '^(renderer|contract|policy)/',
      // What somebody hands in is judged in the window, where nothing of it can reach a record.
      '^proof/verify/',
      '^verifier/(gather|words)[.]ts$',
      npm('svelte|@lucide/svelte|@fontsource-variable/inter|qr|vite'),
    ],
    comment: 'The window has no Node, Electron or SQL: ask the station through renderer/api.ts.',
  }),
  only('page-is-proof-and-words', {
    room: '^verifier/',
    allowed: ['^verifier/', '^proof/(?!(hash|frontier|builder|note|ranges)[.]ts)'],
    comment: 'The page judges with proof/verify and nothing else: what needs Node or the station has no place in it.',
  }),
  ban('nobody-imports-renderer', {
    from: { pathNot: ['^(renderer|test)/'] },
    to: { path: '^renderer/' },
    comment: 'Pages depend on rules, never the other way: move the rule to policy, or the shape to contract.',
  }),
];

const DOORS = [
  ban('one-door-to-sqlite', {
    from: { pathNot: ['^db/(open|lock)[.]ts$', '^test/'] },
    to: { path: npm('better-sqlite3') },
    comment:
      'Only db/open.ts knows the driver (and db/lock.ts the lock file): use ReadDb or WriteTx from db/database.ts.',
  }),
  ban('migrations-through-migrate', {
    from: { pathNot: ['^db/migrate[.]ts$', '^(migrations|test)/'] },
    to: { path: '^migrations/' },
    comment: 'Migrations run in one place, behind a backup: call db/migrate.ts.',
  }),
  ban('sql-stays-in-db', {
    from: { pathNot: ['^(db|migrations|test)/'] },
    to: { path: npm('kysely') },
    comment: 'Queries live behind a reader or a writer: add the function to db/<aggregate>/reader.ts or writer.ts.',
  }),
  ban('crypto-in-few-services', {
    from: { path: '^services/', pathNot: ['^services/(backup|ledger|exchange|export|keys|verify)/'] },
    to: { path: [core('crypto'), npm('@peculiar/x509')] },
    comment:
      'Digests, signatures and keys are made in services/backup, ledger, exchange, export, keys and verify: call a function there.',
  }),
  ban('files-in-few-services', {
    from: { path: '^services/', pathNot: ['^services/(backup|exchange|export|keys|leaks|verify)/'] },
    to: { path: core('fs|fs/promises|stream|stream/promises|zlib') },
    comment: 'Files are touched in services/backup, exchange, export, keys, leaks and verify: call a function there.',
  }),
];

const SHELL = [
  ban('electron-only-in-the-shell', {
    from: { pathNot: ['^(electron|test|build)/'] },
    to: { path: npm('electron') },
    comment: 'Only electron/ knows Electron: take what you need as an argument from its composition root.',
  }),
  only('preload-is-smallest', {
    room: '^electron/(key-)?preload[.]ts$',
    allowed: ['^contract/(call-names|bridge|calls|reply|exchange|security-key)[.]ts$', npm('electron')],
    comment: 'The bridge carries names and nothing else: other work belongs into electron/ipc or the page.',
  }),
  ban('preload-runs-names-only', {
    from: { path: '^electron/(key-)?preload[.]ts$' },
    to: { path: '^contract/', pathNot: ['^contract/call-names[.]ts$'], dependencyTypesNot: ['type-only'] },
    comment: 'Schemas would be bundled into every page: import them as types.',
  }),
  only('security-stands-alone', {
    room: '^electron/security/',
    allowed: ['^electron/security/', npm('electron'), core('fs|fs/promises|path|url')],
    comment: 'Each restriction can be read alone: pass what it needs as an argument.',
  }),
  ban('ipc-reaches-the-station-only', {
    from: { path: '^electron/(ipc|shell|security|window)' },
    to: { path: '^(services|db|migrations)/', dependencyTypesNot: ['type-only'] },
    comment: 'Records live in the station process: send the call there instead of doing the work in main.',
  }),
  ban('station-and-cli-have-no-window', {
    from: { path: '^electron/(station|cli)/' },
    to: {
      path: [npm('electron'), '^electron/(ipc|shell|security|main|window|preload)'],
      dependencyTypesNot: ['type-only'],
    },
    comment: 'These run without a window: move what both need to a service, or send a message to main.',
  }),
  ban('shell-asks-services', {
    from: { path: '^electron/' },
    to: { path: '^(db|migrations)/' },
    comment: 'Nothing in the shell reads or writes records itself: call the service, or add one.',
  }),
];

export default {
  forbidden: [...SHAPE, ...ROOMS, ...DOORS, ...SHELL],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'build/tsconfig/test.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.svelte', '.d.ts', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
