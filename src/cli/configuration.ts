import { type Config, loadConfig } from '../config.ts';
import type { CliIo } from './command.ts';

/**
 * Reads the configuration for a command that runs once. Names that look like misspelt settings are printed on standard
 * error.
 * @throws ConfigError with every problem at once
 */
export function readConfig(io: CliIo): Config {
  const config = loadConfig(io.environment, { isTerminal: io.stderr.isTTY === true });
  for (const remark of config.unknownSettings) io.stderr.write(`${remark}\n`);
  return config;
}
