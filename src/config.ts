import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { discordProblems, discordSettings } from './discord/settings.ts';
import { healthSettings } from './health/settings.ts';
import { type LogFormat, logSettings } from './log-settings.ts';
import { mailProblems, mailSettings } from './mail/settings.ts';
import { meaningSettings } from './meaning-settings.ts';
import { roleProblems, roleSettings } from './role-settings.ts';
import { allSettings, readSettings, type Settings, type ValuesOf } from './settings.ts';
import { slackSettings } from './slack/settings.ts';
import { sourceProblems, sourceSettings, unusedSources, whyUnused } from './sources/settings.ts';
import { storeSettings } from './store/settings.ts';
import { didYouMean, nearest } from './topics/language/nearest.ts';
import { webSettings } from './web/settings.ts';

/**
 * The registry of settings, in the order of `.env.example`. Each is declared beside the code that uses it.
 */
export const settings = {
  ...discordSettings,
  ...storeSettings,
  ...roleSettings,
  ...sourceSettings,
  ...meaningSettings,
  ...healthSettings,
  ...webSettings,
  ...mailSettings,
  ...slackSettings,
  ...logSettings,
} as const satisfies Settings;

/** Everything that the host can set, checked and frozen. */
export interface Config extends Omit<ValuesOf<typeof settings>, 'logFormat'> {
  readonly logFormat: LogFormat;
  /** The texts that no log may show. */
  readonly secrets: readonly string[];
  /** Names that look like settings and are none, such as misspelt ones: a sentence each. */
  readonly unknownSettings: readonly string[];
  /** Sources that the host chose and that are not used: a sentence each. */
  readonly unusedSources: readonly string[];
}

/** A configuration that cannot be used. The message lists every problem, a line each, without any secret. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration cannot be used:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the environment, and the file `.env` for names that are not set there.
 * @throws ConfigError with every problem at once.
 */
export function loadConfig(
  environment: NodeJS.ProcessEnv = process.env,
  options: { envFile?: string; isTerminal?: boolean } = {},
): Config {
  const envFile = options.envFile ?? '.env';
  const file = readEnvFile(envFile);
  const { values, problems, secrets } = readSettings(settings, (name) => environment[name]?.trim() || file[name]);
  const together = [discordProblems, roleProblems, sourceProblems, mailProblems].flatMap((find) => find(values));
  const all = [...problems, ...together];
  const unknown = [...unknownInFile(envFile, file), ...unknownInEnvironment(environment, file)];
  if (all.length > 0) throw new ConfigError([...all, ...unknown]);
  const unused = unusedSources(values);
  const hasSource = values.sources.some((id) => whyUnused(id, values) === null);
  if (!hasSource) throw new ConfigError(['SOURCES leaves nothing to pull', ...unused]);
  const logFormat = values.logFormat ?? (options.isTerminal ? 'pretty' : 'json');
  return Object.freeze({ ...values, logFormat, secrets, unknownSettings: unknown, unusedSources: unused });
}

function readEnvFile(path: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ConfigError([`the file ${path} cannot be read: ${(error as Error).message}`]);
  }
}

const settingNames = allSettings(settings).map(({ name }) => name);

/** Names that the driver of PostgreSQL and compose.scale.yaml read, such as PGPASSWORD. */
const ofPostgres = /^(PG[A-Z]+|POSTGRES_PASSWORD)$/;

/** A sentence for each name in a file that is not a setting. */
function unknownInFile(path: string, file: NodeJS.Dict<string>): readonly string[] {
  return Object.keys(file)
    .filter((name) => !settingNames.includes(name) && !ofPostgres.test(name))
    .map((name) => {
      const step = didYouMean(name, settingNames) || ' See .env.example for all settings.';
      return `${path} sets ${name}, which is not a setting.${step}`;
    });
}

/**
 * A sentence for each name in the environment that is near a setting. The environment also has names of other programs,
 * so a name must be nearer than in a file. One that only has the words of a setting counts if that setting is missing.
 */
function unknownInEnvironment(environment: NodeJS.ProcessEnv, file: NodeJS.Dict<string>): readonly string[] {
  const missing = settingNames.filter((name) => !environment[name]?.trim() && !file[name]);
  return Object.keys(environment)
    .filter((name) => !settingNames.includes(name))
    .flatMap((name) => {
      const meant =
        nearest(name, settingNames, name.length < 10 ? 1 : 2) ?? missing.find((one) => hasWordsOf(name, one));
      return meant === undefined
        ? []
        : [`The environment sets ${name}, which is not a setting. Did you mean ${meant}?`];
    });
}

/** Whether a name has all the words of a setting with several words, as DISCORD_BOT_TOKEN has those of DISCORD_TOKEN. */
function hasWordsOf(name: string, setting: string): boolean {
  const [first = '', ...others] = setting.split('_');
  return others.length > 0 && name.startsWith(`${first}_`) && others.every((word) => name.split('_').includes(word));
}
