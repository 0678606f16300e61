import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.ts';

const load = (environment: Record<string, string>, envFile = 'no-such-file') => loadConfig(environment, { envFile });

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    load(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('.env.example', () => {
  it('is what npm run env-example writes', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'paperboy-')), '.env.example');
    execFileSync(process.execPath, [fileURLToPath(new URL('../.ci/env-example.mjs', import.meta.url)), path]);
    expect(readFileSync('.env.example', 'utf8')).toBe(readFileSync(path, 'utf8'));
  });

  it('is itself a valid configuration', () => {
    expect(load({}, '.env.example')).toEqual(load({}));
  });
});

describe('loadConfig', () => {
  it('wants the public key where Discord posts commands', () => {
    const set = { INTERACTIONS_PORT: '8082' };
    expect(() => load(set)).toThrow('INTERACTIONS_PORT needs DISCORD_PUBLIC_KEY');
    expect(() => load({ ...set, DISCORD_PUBLIC_KEY: 'abc' })).toThrow('must be the 64 digits');
    const key = 'ab'.repeat(32);
    expect(load({ ...set, DISCORD_PUBLIC_KEY: key })).toMatchObject({ interactionsPort: 8082, discordPublicKey: key });
  });

  it('works without any setting', () => {
    expect(load({})).toEqual({
      discordToken: null,
      databaseUrl: 'file:data/paperboy.db',
      discordApiUrl: 'https://discord.com/api',
      interactionsPort: null,
      interactionsHost: '127.0.0.1',
      discordPublicKey: null,
      hasRateLimitProxy: false,
      role: 'all',
      shards: null,
      keepDays: { papers: 365, listings: 90, deliveries: 30 },
      huggingfaceUrl: 'https://huggingface.co',
      isMeaningOn: true,
      arxivFeedUrl: 'https://rss.arxiv.org',
      arxivApiUrl: 'https://export.arxiv.org',
      arxivOaiUrl: 'https://oaipmh.arxiv.org/oai',
      arxivCategories: [],
      biorxivUrl: 'https://api.biorxiv.org',
      crossrefUrl: 'https://api.crossref.org',
      crossrefIssns: [],
      crossrefPrefixes: [],
      sources: ['arxiv', 'huggingface', 'biorxiv', 'medrxiv', 'preprint-servers', 'crossref'],
      slackWebhooksUrl: 'https://hooks.slack.com',
      semanticScholarUrl: 'https://api.semanticscholar.org',
      semanticScholarKey: null,
      openAlexUrl: 'https://api.openalex.org',
      openAlexKey: null,
      contact: null,
      healthPort: null,
      healthHost: '127.0.0.1',
      httpPort: null,
      httpHost: '127.0.0.1',
      publicUrl: null,
      smtp: null,
      mailFrom: null,
      mailPerMinute: 30,
      logLevel: 'info',
      logFormat: 'json',
      hasLiveStatus: true,
      secrets: [],
      unknownSettings: [],
      unusedSources: [],
    });
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(load({}))).toBe(true);
  });

  it('reads .env, and lets the environment win', () => {
    const envFile = join(mkdtempSync(join(tmpdir(), 'paperboy-')), '.env');
    writeFileSync(envFile, 'DISCORD_TOKEN="from.the.file"\nLOG_LEVEL=debug\n');
    const config = load({ LOG_LEVEL: 'warn' }, envFile);
    expect(config).toMatchObject({ discordToken: 'from.the.file', logLevel: 'warn' });
  });

  it('reports names in .env that are not settings, with the likely one', () => {
    const envFile = join(mkdtempSync(join(tmpdir(), 'paperboy-')), '.env');
    writeFileSync(envFile, 'KEEP_PAPERS_DAY=40\nLOG_LEVEL=debug\nSOURCE=arxiv\nEDITOR=vi\nPOSTGRES_PASSWORD=x\n');
    expect(load({ PATH: '/bin' }, envFile).unknownSettings).toEqual([
      `${envFile} sets EDITOR, which is not a setting. See .env.example for all settings.`,
      `${envFile} sets KEEP_PAPERS_DAY, which is not a setting. Did you mean KEEP_PAPERS_DAYS?`,
      `${envFile} sets SOURCE, which is not a setting. Did you mean SOURCES?`,
    ]);
  });

  it.each([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['DISCORDTOKEN', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['SOURCCES', 'SOURCES'],
    ['ARXIV_CATEGORYS', 'ARXIV_CATEGORIES'],
    ['CROSSREF_ISSN', 'CROSSREF_ISSNS'],
    ['CONTCT', 'CONTACT'],
  ])('reports the name %s in the environment, which is near a setting', (name, setting) => {
    const words = `The environment sets ${name}, which is not a setting. Did you mean ${setting}?`;
    expect(load({ [name]: '' }).unknownSettings).toEqual([words]);
  });

  it('reports no name in the environment that another program can mean', () => {
    const others = ['PATH', 'HOME', 'LOGNAME', 'CONTENT_TYPE', 'CONTENT', 'SOURCE_DATE_EPOCH', 'DATABASE_USER'];
    const more = ['DATABASE_PORT', 'HOSTNAME', 'npm_config_loglevel', 'LOG_DIR', 'TOKEN', 'NODE_ENV', 'RESOURCES'];
    const environment = Object.fromEntries([...others, ...more].map((name) => [name, 'x']));
    expect(load(environment).unknownSettings).toEqual([]);
    expect(load({ DISCORD_BOT_TOKEN: 'x', DISCORD_TOKEN: 'a.b.c' }).unknownSettings).toEqual([]);
  });

  it('reports a name near a setting that is set too, because the host may have meant to change it', () => {
    const envFile = join(mkdtempSync(join(tmpdir(), 'paperboy-')), '.env');
    writeFileSync(envFile, 'DISCORD_TOKEN=the.old.one\n');
    expect(load({ DISCORD_TOKN: 'the.new.one' }, envFile).unknownSettings).toHaveLength(1);
  });

  it('names a misspelt setting beside the problem that it causes', () => {
    expect(problemsOf({ CROSSREF_ISSNS: '2049-3630', CONTCT: 'me@example.org' })).toEqual([
      expect.stringContaining('CROSSREF_ISSNS needs CONTACT'),
      'The environment sets CONTCT, which is not a setting. Did you mean CONTACT?',
    ]);
  });

  it('reports a chosen source that cannot be used, and refuses to run without another', () => {
    const unused = 'crossref is not used: name journals in CROSSREF_ISSNS, and set CONTACT.';
    expect(problemsOf({ SOURCES: 'crossref' })).toEqual(['SOURCES leaves nothing to pull', unused]);
    expect(load({ SOURCES: 'crossref, arxiv' }).unusedSources).toEqual([unused]);
    const journals = { CROSSREF_ISSNS: '2049-3630', CONTACT: 'me@example.org' };
    expect(load({ SOURCES: 'crossref', ...journals }).unusedSources).toEqual([]);
  });

  it('treats an empty value as not set', () => {
    expect(load({ DATABASE_URL: '  ', LOG_LEVEL: '' })).toMatchObject({ databaseUrl: 'file:data/paperboy.db' });
  });

  it.each([
    [{ ARXIV_CATEGORIES: 'cs.CL, cs.LGG' }, 'names no arXiv category: cs.LGG', 'cs.LG'],
    [{ LOG_LEVEL: 'debgu' }, 'LOG_LEVEL must be one of trace, debug', 'debug'],
    [{ LOG_FORMAT: 'jsn' }, 'LOG_FORMAT must be one of pretty, json', 'json'],
  ])('suggests the value that was probably meant: %j', (environment, problem, meant) => {
    const [found] = problemsOf(environment);
    expect(found).toContain(problem);
    expect(found).toMatch(new RegExp(`\\. Did you mean ${meant.replace('.', '\\.')}\\?$`));
  });

  it('lists every problem at once, in plain words, without the token', () => {
    const problems = problemsOf({
      DISCORD_TOKEN: 'Bot secret.to.ken',
      DATABASE_URL: 'mysql://somewhere',
      ARXIV_FEED_URL: 'rss.arxiv.org',
      ARXIV_CATEGORIES: 'cs.CL, cs.XX, biology',
      LOG_LEVEL: 'loud',
      LOG_FORMAT: 'xml',
      CONTACT: 'me (at home)',
    });
    expect(problems).toEqual([
      'DISCORD_TOKEN must be the bare token, without blanks, quotes or "Bot "',
      'DATABASE_URL must begin with file: and name a file, such as file:data/paperboy.db, or begin with postgres://',
      'ARXIV_FEED_URL must be a web address that begins with https:// (http:// only for this machine)',
      'ARXIV_CATEGORIES names no arXiv category: cs.XX, biology (examples: cs.CL, math.*, astro-ph.*)',
      'CONTACT must be a plain e-mail address or web address, without brackets',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent',
      'LOG_FORMAT must be one of pretty, json',
    ]);
    expect(problems.join()).not.toContain('secret');
  });

  it('accepts a key for Semantic Scholar, and does not print a wrong one', () => {
    expect(load({ SEMANTIC_SCHOLAR_API_KEY: ' k-4711 ' }).semanticScholarKey).toBe('k-4711');
    const problems = problemsOf({ SEMANTIC_SCHOLAR_API_KEY: 'my secret key' });
    expect(problems).toEqual(['SEMANTIC_SCHOLAR_API_KEY must be the bare key, without blanks']);
    expect(problemsOf({ SEMANTIC_SCHOLAR_URL: 'http://scholar.example' })).toHaveLength(1);
  });

  it('knows which texts no log may show', () => {
    const config = load({ DISCORD_TOKEN: 'to.ken', SEMANTIC_SCHOLAR_API_KEY: ' k-4711 ', CONTACT: 'me@example.org' });
    expect(config.secrets).toEqual(['to.ken', 'k-4711']);
  });

  it('accepts unencrypted addresses only of this machine', () => {
    expect(problemsOf({ DISCORD_API_URL: 'http://discord.example/api' })).toHaveLength(1);
    expect(problemsOf({ DISCORD_API_URL: 'http://127.0.0.1:8080/api' })).toEqual([]);
    expect(load({ HUGGINGFACE_URL: 'http://localhost:1/' }).huggingfaceUrl).toBe('http://localhost:1');
  });

  it('spells categories as arXiv does and opens archives', () => {
    const { arxivCategories } = load({ ARXIV_CATEGORIES: 'CS.cl hep-th,econ.*' });
    expect(arxivCategories).toEqual(['cs.CL', 'hep-th', 'econ.EM', 'econ.GN', 'econ.TH']);
  });

  it('accepts a role and shards where several processes can use the database', () => {
    const shared = { DATABASE_URL: 'postgres://localhost/paperboy' };
    expect(load({ ...shared, ROLE: 'worker' }).role).toBe('worker');
    expect(load({ ...shared, ROLE: 'gateway', SHARDS: '0-3/16' })).toMatchObject({
      role: 'gateway',
      shards: { first: 0, last: 3, count: 16 },
    });
    expect(load({ SHARDS: '0-3/4' }).shards).toEqual({ first: 0, last: 3, count: 4 });
    const proxy = { DISCORD_RATE_LIMIT: 'proxy', DISCORD_API_URL: 'http://127.0.0.1:8085/api' };
    expect(load(proxy).hasRateLimitProxy).toBe(true);
  });

  it.each<[Record<string, string>, string]>([
    [{ ROLE: 'workers' }, 'ROLE must be one of all, gateway, worker'],
    [{ ROLE: 'worker' }, 'ROLE=worker needs a database for several processes: set DATABASE_URL to postgres://…'],
    [{ ROLE: 'gateway' }, 'ROLE=gateway needs a database for several processes'],
    [{ SHARDS: '0-4/4' }, 'SHARDS must be the first and the last shard, counted from 0'],
    [{ SHARDS: '3-1/4' }, 'SHARDS must be'],
    [{ SHARDS: '0,1/4' }, 'SHARDS must be'],
    [{ SHARDS: '0-1/4' }, 'SHARDS leaves out servers that no other process can have'],
    [
      { DATABASE_URL: 'postgres://h/d', ROLE: 'worker', SHARDS: '0-3/4' },
      'SHARDS is for processes that hear from Discord',
    ],
    [{ DISCORD_RATE_LIMIT: 'off' }, 'DISCORD_RATE_LIMIT must be bot or proxy'],
    [{ DISCORD_RATE_LIMIT: 'proxy' }, 'DISCORD_RATE_LIMIT=proxy needs the address of the proxy in DISCORD_API_URL'],
  ])('refuses a role and shards that do not fit: %j', (environment, problem) => {
    expect(problemsOf(environment)).toEqual([expect.stringContaining(problem)]);
  });

  it('shows the address of a server of PostgreSQL in no log, because it may have a password', () => {
    const url = 'postgres://paperboy:s3cret@localhost/paperboy';
    expect(load({ DATABASE_URL: url }).secrets).toEqual([url]);
    expect(load({ DATABASE_URL: 'file:papers.db' }).secrets).toEqual([]);
  });

  it('is pretty on a terminal unless set otherwise', () => {
    expect(loadConfig({}, { envFile: 'none', isTerminal: true }).logFormat).toBe('pretty');
    expect(loadConfig({ LOG_FORMAT: 'json' }, { envFile: 'none', isTerminal: true }).logFormat).toBe('json');
  });

  it('accepts journals by their ISSNs, and only with a contact', () => {
    const journals = { CROSSREF_ISSNS: '2049-3630, 2434-561x 2049-3630' };
    expect(load({ ...journals, CONTACT: 'me@example.org' }).crossrefIssns).toEqual(['2049-3630', '2434-561X']);
    expect(problemsOf(journals)).toEqual([expect.stringContaining('CROSSREF_ISSNS needs CONTACT')]);
    expect(problemsOf({ CROSSREF_ISSNS: '2049-3631', CONTACT: 'me@example.org' })).toEqual([
      expect.stringContaining('an entry that is not an ISSN: 2049-3631'),
    ]);
    const many = Array.from({ length: 61 }, () => '2049-3630').join(' ');
    expect(problemsOf({ CROSSREF_ISSNS: many, CONTACT: 'me@example.org' })).toEqual([
      expect.stringContaining('61 journals, and 60 are the most'),
    ]);
  });

  it('accepts preprint servers by name or prefix, and only with a contact', () => {
    const servers = { CROSSREF_PREFIXES: 'ChemRxiv, 10.2139 ssrn, 10.59350' };
    const contact = { CONTACT: 'me@example.org' };
    expect(load({ ...servers, ...contact }).crossrefPrefixes).toEqual(['10.26434', '10.2139', '10.59350']);
    expect(problemsOf(servers)).toEqual([expect.stringContaining('CROSSREF_PREFIXES needs CONTACT')]);
    expect(problemsOf({ CROSSREF_PREFIXES: 'chemarxiv', ...contact })).toEqual([
      expect.stringMatching(/nor one of chemrxiv, ssrn, psyarxiv, .*: chemarxiv\. Did you mean chemrxiv\?$/),
    ]);
    expect(problemsOf({ CROSSREF_PREFIXES: 'ssrn, 10.1101', ...contact })).toEqual([
      expect.stringContaining('bioRxiv and medRxiv are sources of their own'),
    ]);
    const many = Array.from({ length: 41 }, () => 'ssrn').join(' ');
    expect(problemsOf({ CROSSREF_PREFIXES: many, ...contact })).toEqual([
      expect.stringContaining('41 servers, and 40 are the most'),
    ]);
    const unused = 'preprint-servers is not used: name servers in CROSSREF_PREFIXES, and set CONTACT.';
    expect(load({ SOURCES: 'preprint-servers, arxiv' }).unusedSources).toEqual([unused]);
    expect(load({ SOURCES: 'arxiv', ...servers, ...contact }).unusedSources).toEqual([
      'preprint-servers is not used: add it to SOURCES.',
    ]);
  });

  it('accepts sources by their names', () => {
    expect(load({ SOURCES: 'medrxiv ArXiv' }).sources).toEqual(['arxiv', 'medrxiv']);
    expect(load({ SOURCES: 'hf' }).sources).toEqual(['huggingface']);
    expect(problemsOf({ SOURCES: 'arxv, hf' })).toEqual([
      expect.stringMatching(/names no source: arxv .*\. Did you mean arxiv\?$/),
    ]);
    expect(problemsOf({ SOURCES: 'arxiv, gossip' })).toEqual([expect.stringContaining('names no source: gossip')]);
    expect(problemsOf({ SOURCES: ',' })).toEqual([expect.stringContaining('names no source at all')]);
  });
});
