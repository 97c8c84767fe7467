// Who may know whom: app ← db ← main; renderer → app, and of main only the type of its router.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'app-is-pure',
      comment: 'The business needs no other folder, no Node and no package but zod and the Chinese calendar.',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^app/|^node_modules/(zod|chinese-days|pinyin-pro)/' },
    },
    {
      name: 'app-tests-know-app-only',
      comment: 'Tests of the business may read files and use the test tools, but no other layer.',
      severity: 'error',
      from: { path: '^app/.*\\.test\\.ts$' },
      to: { path: '^(db|main|renderer|build|e2e)/' },
    },
    {
      name: 'db-knows-app-only',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(main|renderer|build|e2e)/' },
    },
    {
      name: 'main-knows-no-page',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^(renderer|build|e2e)/' },
    },
    {
      name: 'page-knows-app-only',
      comment: 'Of the server the page knows one type, its router, and nothing that runs.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
      to: { path: '^(db|main|build|e2e)/', pathNot: '^main/server/router\\.ts$' },
    },
    {
      name: 'page-knows-the-router-as-a-type',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^main/server/router\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'page-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$|\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-stays-in-its-host',
      comment:
        'Everything else must run without Electron: in tests, on the command line, in the headless host.',
      severity: 'error',
      from: { pathNot: '^main/electron/|^e2e/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'no-one-needs-a-host',
      comment: 'What both hosts serve must not know either of them.',
      severity: 'error',
      from: { path: '^main/', pathNot: '^main/(electron|headless)/' },
      to: { path: '^main/(electron|headless)/' },
    },
    {
      name: 'nothing-needs-a-test',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|\\.module\\.css$|^renderer/public/' },
    // Without this, imports that only carry types would not be seen.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.d.ts', '.css', '.json'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
