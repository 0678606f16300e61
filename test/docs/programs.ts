import { existsSync, readFileSync } from 'node:fs';
import { readRequest } from '../../bench/request.ts';
import { cliCommands } from '../../src/cli/commands.ts';
import { loadConfig } from '../../src/config.ts';
import { placeOf } from '../../src/store/databases.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const isFile = (path: string): boolean => existsSync(new URL(path, root));

type Words = readonly string[];

/**
 * How a program is checked: it throws if the words after its name mean nothing. If they run `paperboy`, it returns the
 * words after that.
 */
type Reader = (args: Words) => Words | null;

function demand(isRight: boolean, problem: string): void {
  if (!isRight) throw new Error(problem);
}

const oneOf = (known: Words, word: string | undefined): void =>
  demand(word !== undefined && known.includes(word), `“${word}” is none of ${known.join(', ')}`);

/** Reads a tool of the system. The first word after its options must be one of these. */
const known =
  (...words: Words): Reader =>
  (args) => {
    oneOf(
      words,
      args.find((word) => !word.startsWith('-')),
    );
    return null;
  };

const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

function readNpm(args: Words): Words | null {
  const [verb, ...rest] = args.filter((word) => word !== '--silent');
  oneOf(['ci', 'test', 'start', 'run', 'version', 'update'], verb);
  if (verb === 'start') return ['start'];
  if (verb !== 'run') return null;
  const [script = '', separator, ...given] = rest;
  oneOf(Object.keys(scripts), script);
  demand(separator === undefined || separator === '--', `npm takes ${separator} for itself: -- is missing`);
  return readScript(script, given);
}

function readScript(script: string, args: Words): Words | null {
  if (script === 'paperboy') return args;
  if (script === 'demo') return ['demo', ...args];
  if (script === 'bench') {
    const request = readRequest(args);
    demand(typeof request !== 'string', String(request));
    return null;
  }
  const file = scripts[script]?.match(/\S+\.(?:ts|mjs)$/)?.[0];
  for (const option of args.filter((word) => word.startsWith('--'))) {
    const name = option.slice(2).replace(/=.*/, '');
    const isDeclared = file !== undefined && new RegExp(`\\b'?${name}'?: \\{ type: `).test(read(file));
    demand(isDeclared, `npm run ${script} has no option ${option}`);
  }
  return null;
}

function readNpx([tool = '', ...args]: Words): Words | null {
  if (tool === 'paperboy') return args;
  demand(isFile(`node_modules/.bin/${tool}`), `there is no tool ${tool}`);
  return tool === 'vitest' ? readVitest(args) : null;
}

function readVitest(args: Words): null {
  const missing = args.filter((word) => word.startsWith('test/') && !isFile(word));
  demand(missing.length === 0, `there is no file ${missing.join(', ')}`);
  return null;
}

/** Options of Node itself come before the file. */
function readNode(words: Words): Words | null {
  const [file = '', ...args] = words.slice(words.findIndex((word) => !word.startsWith('--')));
  demand(isFile(file), `there is no file ${file}`);
  return file === 'src/main.ts' ? args : null;
}

/** The flags of `docker compose` that the documents use, by verb. */
const composeFlags: Readonly<Record<string, Words>> = {
  run: ['--rm'],
  up: ['--detach'],
  logs: ['--follow'],
  exec: [],
  build: ['--pull'],
  cp: [],
  ps: [],
};

/** `docker compose --file FILE …` is read with that file instead of compose.yaml. */
function readDocker([verb, ...all]: Words): Words | null {
  oneOf(['compose', 'run'], verb);
  const [file = '', rest] = verb === 'compose' && all[0] === '--file' ? [all[1], all.slice(2)] : ['compose.yaml', all];
  demand(isFile(file), `there is no file ${file}`);
  const dockerRun = ['--init', '--read-only', '--tmpfs', '--volume', '--env-file'];
  const [sub = '', ...words] = verb === 'run' ? ['', ...rest] : rest;
  if (verb === 'compose') oneOf(Object.keys(composeFlags), sub);
  const flags = verb === 'run' ? dockerRun : (composeFlags[sub] ?? []);
  const service = words.findIndex((word) => !word.startsWith('-'));
  const before = verb === 'run' || service < 0 ? words : words.slice(0, service);
  for (const flag of before.filter((word) => word.startsWith('-'))) oneOf(flags, flag);
  if (verb === 'run' || service < 0) return null;
  demand(
    new RegExp(`^ {2}${words[service]?.replace(/:.*/, '')}:$`, 'm').test(read(file)),
    `no service ${words[service]}`,
  );
  const [program, ...given] = words.slice(service + 1);
  return program === undefined || sub === 'cp' ? null : readCommand([program, ...given]);
}

/** `sudo -u USER program …` */
function readSudo([flag, _user, ...rest]: Words): Words | null {
  demand(flag === '-u', 'sudo names no user');
  return readCommand(rest);
}

/** `env NAME=value program …` */
function readEnv(words: Words): Words | null {
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const assigned = words.slice(0, start).map((word) => word.split('=', 2) as [string, string]);
  const { unknownSettings } = loadConfig(Object.fromEntries(assigned), { envFile: '' });
  demand(unknownSettings.length === 0, unknownSettings.join(' '));
  return readCommand(words.slice(start));
}

function readCopy([from = '']: Words): null {
  demand(isFile(from), `there is no file ${from}`);
  return null;
}

function readCurl([address = '']: Words): null {
  oneOf(['/healthz', '/readyz', '/metrics'], new URL(address).pathname);
  return null;
}

/** A line for `.env`. */
function readEcho([line = '']: Words): null {
  demand(/^(DATABASE_URL|POSTGRES_PASSWORD)=/.test(line), `nothing reads ${line}`);
  return null;
}

function readPostgresUrl(url = ''): null {
  placeOf(url);
  return null;
}

/** Every program that the documents run. A line of another program fails until it has a reader here. */
const readers: Readonly<Record<string, Reader>> = {
  npm: readNpm,
  npx: readNpx,
  node: readNode,
  paperboy: (args) => args,
  vitest: readVitest,
  docker: readDocker,
  sudo: readSudo,
  env: readEnv,
  cp: readCopy,
  curl: readCurl,
  cd: () => null,
  chown: known('paperboy'),
  useradd: () => null,
  systemctl: known('daemon-reload', 'enable'),
  journalctl: known('paperboy'),
  git: known('clone', 'pull', 'push', 'tag'),
  'apt-get': known('install'),
  echo: readEcho,
  createuser: known('paperboy'),
  createdb: known('paperboy'),
  pg_dump: (args) => readPostgresUrl(args.at(-1)),
  psql: (args) => readPostgresUrl(args.at(-1)),
  pg_restore: (args) => readPostgresUrl(args.find((word) => word.startsWith('--dbname='))?.replace(/^.*?=/, '')),
};

/** Whether a text in backticks begins like a command line. */
export const isCommandLine = (text: string): boolean => {
  const [program = '', argument] = text.split(' ');
  return argument !== undefined && Object.hasOwn(readers, program);
};

/**
 * The words after `paperboy` if a command runs it; otherwise null.
 * @throws Error if the words mean nothing to the program
 */
export function readCommand([program = '', ...args]: Words): Words | null {
  const reader = readers[program.replace(/^node_modules\/\.bin\//, '')];
  demand(reader !== undefined, `nothing checks the program “${program}”: see ${import.meta.filename}`);
  return reader?.(args) ?? null;
}

/** Demands that each `--option` in a comment, as in `(--offline, --json)`, is one of the command before it. */
export async function checkComment(comment: string, [name]: Words): Promise<void> {
  const options = (await cliCommands.find((command) => command.name === name)?.load())?.options ?? {};
  for (const [, option = ''] of comment.matchAll(/--([a-z-]+)/g)) oneOf(Object.keys(options), option);
}
