/** Who may import whom: deny by default. Every room lists what it may import; anything else is an error. */
const pure = {
  language: [],
  papers: [],
  meaning: [],
  citations: ['papers'],
  topics: ['papers', 'meaning'],
  digests: ['papers', 'meaning', 'topics'],
  wording: ['language', 'papers', 'topics', 'digests'],
};
const rooms = {
  ...pure,
  sources: ['papers', 'topics', 'digests'],
  store: ['papers', 'meaning', 'topics', 'digests'],
  jobs: ['papers', 'meaning', 'topics', 'digests'],
  posting: ['digests'],
  'use-cases': ['papers', 'meaning', 'topics', 'digests'],
  pictures: [],
  discord: ['language', 'papers', 'meaning', 'citations', 'topics', 'digests', 'wording'],
  playground: ['papers'],
  health: [],
  web: [],
  feeds: ['language', 'papers', 'meaning', 'topics', 'digests', 'wording'],
};
/** Single files that a room may import beyond its rooms: the interfaces it works against. */
const interfaces = {
  topics: ['language/saying', 'language/say-english'],
  digests: ['language/names', 'language/saying'],
  store: ['language/names', 'version'],
  jobs: [
    'language/names',
    'sources/source',
    'sources/past',
    'sources/ranking-source',
    'sources/enricher',
    'store/store',
    'store/listings',
    'store/channels',
    'store/outbox',
    'store/announcements',
    'store/backfill',
    'store/runs',
    'store/blocks',
    'store/pauses',
    'store/losses',
    'store/pings',
    'store/clubs',
    'store/publications',
    'store/upvotes',
    'store/enrichment',
    'store/search-index',
    'store/follow-ups',
    'store/weekly-reviews',
    'posting/poster',
    'discord/posting/poster',
    'discord/posting/publisher',
    'discord/notices/ping-notice',
    'discord/notices/club-meeting',
  ],
  posting: ['store/outbox'],
  health: ['sources/source', 'store/store'],
  feeds: ['store/store', 'store/feeds', 'web/route', 'version'],
  'use-cases': [
    'sources/source',
    'language/names',
    'store/store',
    'store/listings',
    'store/outbox',
    'store/stored-data',
    'jobs/deliver',
    'jobs/planning/[^/]+',
    'feeds/feed-address',
    'feeds/formats/registry',
    'store/feeds',
  ],
  discord: [
    'store/store',
    'store/listings',
    'store/channels',
    'store/channel-places',
    'store/discussions',
    'store/clubs',
    'store/outbox',
    'store/runs',
    'store/settings-drafts',
    'store/onboarding',
    'store/follow-ups',
    'store/weekly-reviews',
    'store/blocks',
    'store/pauses',
    'store/losses',
    'store/marks',
    'store/pings',
    'store/publications',
    'store/reading-lists',
    'store/stored-data',
    'store/stored-digests',
    'store/upvotes',
    'store/search-index',
    'store/store-error',
    'store/statistics',
    'posting/poster',
    'pictures/picture',
    'pictures/picture-thread',
    'web/route',
    'use-cases/[^/]+',
  ],
};
/** Vendor packages, and the only places that may import them. */
const fences = {
  '@embedpdf/': '^src/pictures/',
  '@resvg/': '^src/pictures/',
  'd3-': '^src/pictures/',
  'discord\\.js': '^src/discord/',
  '@discordjs/': '^src/discord/',
  '@prometheus-io/client': '^src/health/',
  'discord-api-types': '^src/(discord|playground)/',
  'discord-markdown-parser': '^src/playground/page/',
  'drizzle-orm': '^src/store/sqlite/',
  feedsmith: '^src/feeds/formats/',
  'better-sqlite3': '^src/store/sqlite/',
  'intl-messageformat': '^src/language/',
  'node-cron': '^src/jobs/',
  pino: '^src/log\\.ts$',
  preact: '^src/playground/page/client/',
  saxes: '^src/sources/',
  undici: '^src/(sources/|one-undici\\.ts$)',
  ws: '^src/playground/',
  'temporal-polyfill': '^src/(digests|sources)/',
};

/** Files beside the rooms that every room may import: the ports, and the ground for small things. */
const ground = ['ports', 'folder', 'time', 'backoff', 'memo'];
/** Pure rooms have no settings and no servers. They offer work in steps instead of yielding. */
const groundFor = (room) =>
  `^src/(${[...ground, ...(room in pure ? [] : ['cooperate', 'settings', 'http-port'])].join('|')})\\.ts$`;

/** The files of pure rooms that read the table beside them. */
const tables = '^src/(topics/words/(form|rarity)-table|meaning/shipped-table)\\.ts$';

/** What is run: the program, the modules loaded before it, its threads, the demo's bot, and the page in a browser. */
const entries =
  '^src/(main\\.ts|source-cache\\.mjs|store/sqlite/(search/search-worker|file/copy-worker)\\.ts|pictures/picture-worker\\.ts|cli/demo-bot-process\\.ts|playground/page/client/main\\.ts)$';

const roomRules = Object.entries(rooms).map(([room, mayImport]) => ({
  name: `${room}-imports`,
  comment: `${room} may import ${[...mayImport, ...(interfaces[room] ?? [])].join(', ') || 'no other room'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: [
      `^src/${room}/`,
      groundFor(room),
      ...mayImport.map((other) => `^src/${other}/`),
      ...(interfaces[room] ?? []).map((file) => `^src/${file}\\.ts$`),
    ],
  },
}));

const fenceRules = Object.entries(fences).map(([vendor, where]) => ({
  name: `fence-${vendor.replace(/\W/g, '')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: where },
  to: { path: `^node_modules/(@types/)?${vendor}` },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...fenceRules,
    {
      name: 'pure-rooms-do-nothing',
      comment: 'pure rooms know no file, no network, no process; three files read the tables beside them',
      severity: 'error',
      from: { path: `^src/(${Object.keys(pure).join('|')})/`, pathNot: tables },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/(main\\.ts|ports\\.ts|source-cache\\.mjs)$' },
      to: {},
    },
    {
      name: 'reachable-from-main',
      comment: 'the running bot uses everything in src: nothing is kept alive by tests or benches alone',
      severity: 'error',
      from: { path: entries },
      to: { path: '^src/', pathNot: entries, reachable: false },
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'pictures-are-drawn-in-their-thread',
      comment: 'the bot itself loads no drawing library: its memory stays small',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^src/pictures/(render-png|draw-picture)\\.ts$', reachable: true },
    },
    {
      name: 'one-file-loads-discord-js',
      comment: 'an import of discord.js loads its Client: use src/discord/discord-js.ts, and discord.js for types',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/discord/discord-js\\.ts$' },
      to: { path: 'node_modules/discord\\.js/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-the-app',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli/|main)' },
      to: { path: '^src/(app|cli|main)' },
    },
    {
      name: 'commands-stand-alone',
      comment: 'steps that several commands or components share are in src/discord/steps/',
      severity: 'error',
      from: { path: '^src/discord/(commands|components|steps)/', pathNot: '^src/discord/commands/registry\\.ts$' },
      to: { path: '^src/discord/commands/' },
    },
    {
      name: 'commands-see-types-of-use-cases',
      comment: 'app.ts passes the use cases in: discord/ knows only their types',
      severity: 'error',
      from: { path: '^src/discord/' },
      to: { path: '^src/use-cases/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-door-to-the-database',
      comment: 'src/store/databases.ts chooses the database by the scheme of DATABASE_URL',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: '^src/store/sqlite/' },
    },
    {
      name: 'rules-know-no-database',
      comment:
        'src/store/rules/ may import the pure rooms and the interfaces of the store: every store obeys its rules',
      severity: 'error',
      from: { path: '^src/store/rules/' },
      to: {
        pathNot: [
          '^src/store/(rules/.+|(?!databases\\.ts)[^/]+)\\.ts$',
          '^(node:)?util$',
          groundFor('topics'),
          ...rooms.store.map((room) => `^src/${room}/`),
          ...interfaces.store.map((file) => `^src/${file}\\.ts$`),
        ],
      },
    },
    {
      name: 'verbs-stand-alone',
      comment: 'code that several verbs of the store share is in src/store/sqlite/tables/',
      severity: 'error',
      from: { path: '^src/store/sqlite/(?!sqlite-store\\.ts$)' },
      to: { path: '^src/store/sqlite/verbs/' },
    },
    {
      name: 'the-page-runs-in-a-browser',
      comment: 'its code may import the types of its server, and nothing else of the bot',
      severity: 'error',
      from: { path: '^src/playground/page/client/' },
      to: { path: '^src/', pathNot: '^src/playground/page/client/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-page-knows-no-node',
      severity: 'error',
      from: { path: '^src/playground/page/client/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'metrics-are-loaded-on-use',
      comment: 'only a bot with HEALTH_PORT loads the library of the metrics',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/health/(metrics|process-metrics)\\.ts$' },
      to: { path: '^src/health/(metrics|process-metrics)\\.ts$', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    {
      name: 'feeds-are-written-on-use',
      comment: 'only a bot whose feeds are read loads the library that writes them',
      severity: 'error',
      from: { path: '^src/feeds/' },
      to: { path: '^node_modules/feedsmith', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    { name: 'src-knows-no-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
