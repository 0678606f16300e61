import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { discordSettings } from './discord/settings.ts';
import { type LogFormat, logSettings } from './log-settings.ts';
import { allSettings, readSettings, type Settings, type ValuesOf } from './settings.ts';
import { sourceProblems, sourceSettings, unusedSources } from './sources/settings.ts';
import { storeSettings } from './store/settings.ts';
import { nearest } from './topics/language/nearest.ts';

/**
 * The registry of settings, in the order of `.env.example`. Each is declared beside the code that uses it.
 * @internal
 */
export const settings = {
  ...discordSettings,
  ...storeSettings,
  ...sourceSettings,
  ...logSettings,
} as const satisfies Settings;

/** Everything that the host can set, checked and frozen. */
export interface Config extends Omit<ValuesOf<typeof settings>, 'logFormat'> {
  readonly logFormat: LogFormat;
  /** The texts that no log may show. */
  readonly secrets: readonly string[];
  /** Settings without effect: a sentence each, for the log. */
  readonly remarks: readonly string[];
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
  const all = [...problems, ...sourceProblems(values)];
  if (all.length > 0) throw new ConfigError(all);
  const unused = unusedSources(values);
  if (unused.length === values.sources.length) throw new ConfigError(['SOURCES leaves nothing to pull', ...unused]);
  const remarks = [...unknownSettings(envFile, Object.keys(file)), ...unused];
  const logFormat = values.logFormat ?? (options.isTerminal ? 'pretty' : 'json');
  return Object.freeze({ ...values, logFormat, secrets, remarks });
}

function readEnvFile(path: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ConfigError([`the file ${path} cannot be read: ${(error as Error).message}`]);
  }
}

/** A remark for each name in a file that is not a setting, such as a misspelt one. */
function unknownSettings(file: string, names: readonly string[]): readonly string[] {
  const known = allSettings(settings).map(({ name }) => name);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      const step = meant === null ? 'See .env.example for all settings.' : `Did you mean ${meant}?`;
      return `${file} sets ${name}, which is not a setting. ${step}`;
    });
}
