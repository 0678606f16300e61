import { ConfigError, loadConfig } from '../config.ts';
import { type CliCommand, type CliIo, exitCodes, printJson, terminalOf } from './command.ts';
import { type Check, type CheckTools, type Finding, fail, ok, warn } from './doctor/check.ts';
import { checks } from './doctor/checks.ts';

export const doctorCommand: CliCommand = {
  usage: [
    '  --offline   leaves out what asks Discord and the sources',
    '  --json      prints one JSON document: a row for each finding, with check, state (ok, warn, fail), text and next',
    '',
    'It changes nothing, and the bot may be running.',
    '',
    'Exit code 0: nothing is wrong, or only warnings; 1: something must be mended; 2: wrong usage.',
  ],
  options: { offline: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(values, io) {
    const findings: Finding[] = [];
    for await (const finding of examine(io, values['offline'] === true)) {
      findings.push(finding);
      if (values['json'] !== true) io.stdout.write(`${describe(finding, io)}\n`);
    }
    if (values['json'] === true) printJson(io, findings);
    return findings.some(({ state }) => state === 'fail') ? exitCodes.failed : exitCodes.done;
  },
};

/** The findings, each as soon as it is known. Without a valid configuration there is nothing to check with it. */
async function* examine(io: CliIo, isOffline: boolean): AsyncGenerator<Finding> {
  const config = yield* examineConfiguration(io);
  if (config === null) return;
  const { clock = Date.now } = io;
  const tools: CheckTools = { config, io, now: clock(), signal: io.signal };
  for (const check of checks.filter(({ needsNetwork }) => !(isOffline && needsNetwork))) {
    yield* await runCheck(check, tools);
  }
}

async function* examineConfiguration(io: CliIo) {
  const check = 'configuration';
  try {
    const config = loadConfig(io.environment);
    const remarks = [...config.unknownSettings, ...config.unusedSources];
    if (remarks.length === 0) yield { check, ...ok('Every setting can be read') };
    for (const remark of remarks)
      yield { check, ...warn(remark, 'Correct it in .env: .env.example shows every setting.') };
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems)
      yield { check, ...fail(problem, 'Correct it in .env: .env.example shows every setting.') };
    return null;
  }
}

async function runCheck(check: Check, tools: CheckTools): Promise<readonly Finding[]> {
  const found = await check.run(tools);
  return found.map((each) => ({ check: check.name, ...each }));
}

const signs = { ok: '✓', warn: '!', fail: '✗' } as const;
/** Green, yellow, red. */
const colors = { ok: 32, warn: 33, fail: 31 } as const;

/** `✓ node: Node 24.21.0` with the next step on the same line. */
function describe({ check, state, text, next }: Finding, io: CliIo): string {
  const sign = terminalOf(io).color ? `\u001b[${colors[state]}m${signs[state]}\u001b[39m` : signs[state];
  return `${sign} ${check}: ${text}${next === undefined ? '' : ` → ${next}`}`;
}
