import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { SourceId } from './papers/paper.ts';
import { categoryList, days, header, issnList, sourceIds, sourceList, webAddress } from './setting-schemas.ts';
import { unknownSettings, unusedSources } from './unused-settings.ts';

/** Everything that the host can set, checked and frozen. */
export interface Config {
  /** Null where none is set: only `start` needs one. */
  readonly discordToken: string | null;
  readonly databaseUrl: string;
  readonly discordApiUrl: string;
  readonly huggingfaceUrl: string;
  readonly arxivFeedUrl: string;
  readonly arxivApiUrl: string;
  readonly arxivOaiUrl: string;
  /** arXiv's own spelling; empty means every active category. */
  readonly arxivCategories: readonly string[];
  readonly biorxivUrl: string;
  readonly crossrefUrl: string;
  /** Journals; none means that Crossref is not asked. */
  readonly crossrefIssns: readonly string[];
  /** The sources to pull from. */
  readonly sources: readonly SourceId[];
  readonly semanticScholarUrl: string;
  /** Null where none is set: then Semantic Scholar is not asked. */
  readonly semanticScholarKey: string | null;
  /** An e-mail address or a web page, for the User-Agent. */
  readonly contact: string | null;
  /** For how many days what is stored is kept. */
  readonly keepDays: KeepDays;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
  /** What was set and has no effect: a sentence each, for the log. */
  readonly remarks: readonly string[];
}

/** Days for which each kind of thing is kept. Papers that a channel was given are kept for good. */
interface KeepDays {
  readonly papers: number;
  readonly listings: number;
  readonly deliveries: number;
}

export type LogLevel = (typeof logLevels)[number];
export type LogFormat = (typeof logFormats)[number];

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const logFormats = ['pretty', 'json'] as const;

/** A configuration that cannot be used. The message lists every problem, a line each, without any secret. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration cannot be used:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** One setting as the host sees it. `.env.example` is held equal to these rows by a test. */
interface Setting {
  readonly fallback: string;
  /** Says what it is for, for `.env.example`; a line each. */
  readonly description: readonly string[];
  readonly schema: z.ZodType<unknown, string>;
}

/** The one schema: what is read from the environment, with defaults, in the order of `.env.example`. */
export const settings = {
  DISCORD_TOKEN: {
    fallback: '',
    description: ['The bot token from https://discord.com/developers/applications. Needed by `npm start` only.'],
    schema: z
      .string()
      .refine((text) => !/\s|"/.test(text), 'must be the bare token, without blanks, quotes or "Bot "')
      .transform((text) => text || null),
  },
  DATABASE_URL: {
    fallback: 'file:data/paperboy.db',
    description: ['Where everything is kept: one SQLite file, relative to this folder or absolute.'],
    schema: z.string().regex(/^file:.+/, 'must begin with file: and name a file, such as file:data/paperboy.db'),
  },
  DISCORD_API_URL: {
    fallback: 'https://discord.com/api',
    description: ['Where Discord answers. Leave it, unless you test against a Discord of your own.'],
    schema: webAddress,
  },
  SOURCES: {
    fallback: sourceIds.join(', '),
    description: ['The sources to pull from. Channels choose their own topics, or one source, from what is pulled.'],
    schema: sourceList,
  },
  HUGGINGFACE_URL: {
    fallback: 'https://huggingface.co',
    description: ['Where Hugging Face Daily Papers come from.'],
    schema: webAddress,
  },
  ARXIV_FEED_URL: {
    fallback: 'https://rss.arxiv.org',
    description: ["Where arXiv's announcements of the day come from."],
    schema: webAddress,
  },
  ARXIV_API_URL: {
    fallback: 'https://export.arxiv.org',
    description: ['Where single arXiv papers are looked up.'],
    schema: webAddress,
  },
  ARXIV_OAI_URL: {
    fallback: 'https://oaipmh.arxiv.org/oai',
    description: ['Where the arXiv papers of the past come from, for `pull --from`.'],
    schema: webAddress,
  },
  ARXIV_CATEGORIES: {
    fallback: '',
    description: [
      'The arXiv categories to pull, such as: cs.CL, cs.LG, stat.*',
      'Empty means all of them. Channels choose their own topics from what is pulled.',
    ],
    schema: categoryList,
  },
  BIORXIV_URL: {
    fallback: 'https://api.biorxiv.org',
    description: ['Where the preprints of bioRxiv and medRxiv come from.'],
    schema: webAddress,
  },
  SEMANTIC_SCHOLAR_API_KEY: {
    fallback: '',
    description: [
      'A key from https://www.semanticscholar.org/product/api, if you have one: then papers also show',
      'how often they are cited, where they were published, and a sentence on what they are about.',
    ],
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{0,200}$/, 'must be the bare key, without blanks')
      .transform((text) => text || null),
  },
  SEMANTIC_SCHOLAR_URL: {
    fallback: 'https://api.semanticscholar.org',
    description: ['Where Semantic Scholar answers. It is asked only where a key is set.'],
    schema: webAddress,
  },
  CROSSREF_URL: {
    fallback: 'https://api.crossref.org',
    description: ['Where the articles of journals come from. It is asked only for the journals named below.'],
    schema: webAddress,
  },
  CROSSREF_ISSNS: {
    fallback: '',
    description: [
      'The journals to pull, by their ISSNs, such as: 0028-0836, 1095-9203. Empty means none.',
      'They need CONTACT, so that Crossref can reach you.',
    ],
    schema: issnList,
  },
  CONTACT: {
    fallback: '',
    description: ['An e-mail address or web page of yours: told to the sources with each request, as is polite.'],
    schema: z
      .string()
      .refine(header, 'must be a plain e-mail address or web address, without brackets')
      .transform((text) => text || null),
  },
  KEEP_PAPERS_DAYS: {
    fallback: '365',
    description: [
      'For how many days papers are kept and can be searched; at least 30.',
      'Papers that a channel was given are kept for good, so that it is never given them twice.',
    ],
    schema: days(30),
  },
  KEEP_LISTINGS_DAYS: {
    fallback: '90',
    description: ['For how many days it is kept which source listed which paper, and how digests ended; at least 14.'],
    schema: days(14),
  },
  KEEP_DELIVERIES_DAYS: {
    fallback: '30',
    description: ['For how many days the text of messages that were posted is kept; at least 14.'],
    schema: days(14),
  },
  LOG_LEVEL: {
    fallback: 'info',
    description: [`How much is logged: ${logLevels.join(', ')}.`],
    schema: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`),
  },
  LOG_FORMAT: {
    fallback: '',
    description: ['pretty or json. Empty means pretty on a terminal and json otherwise.'],
    schema: z.union(
      [z.enum(logFormats), z.literal('').transform(() => null)],
      `must be one of ${logFormats.join(', ')}`,
    ),
  },
} as const satisfies Record<string, Setting>;

type SettingName = keyof typeof settings;

/**
 * Reads the environment, and the file `.env` for what is not set there.
 * @throws ConfigError with every problem at once.
 */
export function loadConfig(
  environment: NodeJS.ProcessEnv = process.env,
  options: { envFile?: string; isTerminal?: boolean } = {},
): Config {
  const envFile = options.envFile ?? '.env';
  const file = readEnvFile(envFile);
  const problems: string[] = [];
  const read = <Name extends SettingName>(name: Name): z.output<(typeof settings)[Name]['schema']> => {
    const { schema, fallback }: Setting = settings[name];
    const result = schema.safeParse(environment[name]?.trim() || file[name]?.trim() || fallback);
    if (!result.success) problems.push(`${name} ${result.error.issues[0]?.message ?? 'cannot be read'}`);
    return result.data as z.output<(typeof settings)[Name]['schema']>;
  };
  const config = {
    discordToken: read('DISCORD_TOKEN'),
    databaseUrl: read('DATABASE_URL'),
    discordApiUrl: read('DISCORD_API_URL'),
    huggingfaceUrl: read('HUGGINGFACE_URL'),
    arxivFeedUrl: read('ARXIV_FEED_URL'),
    arxivApiUrl: read('ARXIV_API_URL'),
    arxivOaiUrl: read('ARXIV_OAI_URL'),
    arxivCategories: read('ARXIV_CATEGORIES'),
    biorxivUrl: read('BIORXIV_URL'),
    crossrefUrl: read('CROSSREF_URL'),
    crossrefIssns: read('CROSSREF_ISSNS'),
    sources: read('SOURCES'),
    semanticScholarUrl: read('SEMANTIC_SCHOLAR_URL'),
    semanticScholarKey: read('SEMANTIC_SCHOLAR_API_KEY'),
    contact: read('CONTACT'),
    keepDays: {
      papers: read('KEEP_PAPERS_DAYS'),
      listings: read('KEEP_LISTINGS_DAYS'),
      deliveries: read('KEEP_DELIVERIES_DAYS'),
    },
    logLevel: read('LOG_LEVEL'),
    logFormat: read('LOG_FORMAT') ?? (options.isTerminal ? 'pretty' : 'json'),
  };
  if (config.crossrefIssns?.length > 0 && config.contact === null) {
    problems.push('CROSSREF_ISSNS needs CONTACT: an e-mail address or web page, so that Crossref can reach you');
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const unused = unusedSources(config);
  if (unused.length === config.sources.length) throw new ConfigError(['SOURCES leaves nothing to pull', ...unused]);
  const remarks = [...unknownSettings(envFile, Object.keys(file), Object.keys(settings)), ...unused];
  return Object.freeze({ ...config, remarks });
}

function readEnvFile(path: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ConfigError([`the file ${path} cannot be read: ${(error as Error).message}`]);
  }
}
