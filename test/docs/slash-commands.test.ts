import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/discord/commands/registry.ts';
import type { AnyCommand } from '../../src/discord/interactions/command.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const pagesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root)).flatMap((name) => (name.endsWith('.md') ? [`${folder}${name}`] : []));

/** The pages for monitoring, which look like commands. */
const monitored = new Set(['healthz', 'readyz', 'metrics']);
/** Texts in backticks that begin like a command. */
const commandsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/`\/([a-z][^`/]*)`/g), ([, code = '']) => code).filter((code) => !monitored.has(code));

/** `digest why paper [channel]` */
const signatureOf = ({ definition: { name, options } }: AnyCommand): string =>
  [name, ...Object.entries(options).map(([option, { required }]) => (required ? option : `[${option}]`))].join(' ');

const signaturesFor = (audience: string): readonly string[] =>
  commands.filter(({ definition }) => definition.audience === audience).map(signatureOf);

const guide = read('docs/user-guide.md');
const [, forManagers = '', forEveryone = ''] = /For managers(.*?)For everyone(.*?)## Topics/s.exec(guide) ?? [];

describe('the commands in the user guide', () => {
  test('are complete, each with all of its options', () => {
    const firstCells = (table: string) => table.split('\n').flatMap((line) => commandsIn(line.split(' | ')[0] ?? ''));
    expect(firstCells(forManagers).toSorted()).toEqual(signaturesFor('managers').toSorted());
    expect(firstCells(forEveryone).toSorted()).toEqual(signaturesFor('everyone').toSorted());
  });
});

describe('the commands named', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...pagesIn('docs/'), ...pagesIn('docs/adr/')];

  test.each(pages.filter((page) => commandsIn(read(page)).length > 0))('in %s exist', (page) => {
    const names = commands.map(({ definition }) => definition.name);
    const unknown = commandsIn(read(page)).filter((code) => !names.some((name) => `${code} `.startsWith(`${name} `)));
    expect(unknown).toEqual([]);
  });
});
