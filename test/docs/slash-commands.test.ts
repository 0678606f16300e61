import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/discord/commands/registry.ts';
import type { AnyCommand } from '../../src/discord/interactions/command.ts';
import type { OptionDefinition } from '../../src/discord/interactions/command-definition.ts';
import { readAddress } from '../../src/mail/address.ts';
import type { Person } from '../../src/playground/person.ts';
import type { AuthorService } from '../../src/sources/author-service.ts';
import { hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';
import { codeIn, type Found, guides, readPage } from './markdown.ts';

/** A slash command on a page: its options with values, and those that are only named, as in `/digest why paper [channel]`. */
interface Example extends Found {
  readonly command: AnyCommand;
  readonly values: Readonly<Record<string, string | number>>;
  readonly named: readonly string[];
}

/** The pages for monitoring, which look like commands. */
/** Emails that all arrive, so that documents can ask for them. */
const mail = {
  mailer: {
    send: async () => ({ kind: 'sent' as const }),
    check: async () => ({ kind: 'sent' as const }),
    waitMs: () => 0,
  },
  secret: 'secret',
  readAddress,
};

const monitored = new Set(['/healthz', '/readyz', '/metrics']);
const looksLikeCommand = ({ text }: Found): boolean => /^\/[a-z]+(?=\s|$)/.test(text) && !monitored.has(text);

/** @throws Error if there is no such command, or if it has no such option */
function readExample({ at, text }: Found): Example {
  const typed = text.slice(1);
  const command = commands.find(({ definition: { name } }) => `${typed} `.startsWith(`${name} `));
  if (command === undefined) throw new Error(`There is no command ${text}.`);
  const { name, options } = command.definition as AnyCommand['definition'];
  const mark = new RegExp(`(?:^|\\s)(${Object.keys(options).join('|') || '(?!)'}):\\s*`);
  const [before = '', ...pairs] = typed.slice(name.length).split(mark);
  const named = before.split(/\s+/).flatMap((word) => (word === '' ? [] : word.replace(/^\[(\w+)\]$/, '$1')));
  const unknown = named.filter((word) => !Object.hasOwn(options, word));
  if (unknown.length > 0) throw new Error(`/${name} has no option ${unknown.join(', ')}.`);
  const given = Object.fromEntries(
    pairs.flatMap((option, index) => (index % 2 === 0 ? [[option, (pairs[index + 1] ?? '').trim()]] : [])),
  );
  const values = Object.fromEntries(
    Object.entries(given)
      .filter(([, typed]) => typed !== '')
      .map(([option, typed]) => [option, options[option]?.type === 'integer' ? Number(typed) : typed]),
  );
  return { at, text, command, values, named };
}

const canBeRead = (found: Found): boolean => {
  try {
    return readExample(found) !== null;
  } catch {
    return false;
  }
};

/** The pages from which people type. On others, a command without values is only named. */
const typedFrom = /^(README|docs\/user-guide)\.md:/;

/** Whether a person can send it as it stands, with every option that is required. */
const canBeSent = ({ at, command, values, named }: Example): boolean =>
  named.length === 0 &&
  (Object.keys(values).length > 0 || typedFrom.test(at)) &&
  Object.entries<OptionDefinition>(command.definition.options).every(
    ([name, { required }]) => required !== true || name in values,
  ) &&
  (command.definition.name !== 'subscribe' || ['topic', 'file', 'author'].some((name) => name in values));

/** Knows each author of OpenAlex. */
const authors: AuthorService = {
  name: 'OpenAlex',
  registries: ['openalex', 'orcid'],
  async papersOf() {
    const given = { authors: ['Ana Ruiz'], abstract: null, ids: [], keywords: [], year: 2026 };
    return { name: 'Ana Ruiz', papers: [{ title: 'Photosynthesis', ...given }] };
  },
};

/** `digest why paper [channel]` */
const signatureOf = ({ definition: { name, options } }: AnyCommand): string =>
  [name, ...Object.entries(options).map(([option, { required }]) => (required ? option : `[${option}]`))].join(' ');

describe('the commands in the user guide', () => {
  const tables = readPage('docs/user-guide.md').tables.filter(({ header }) => header[0] === 'command');

  test.each(['managers', 'everyone'].map((audience, index) => ({ audience, table: tables[index] })))(
    'are complete for $audience, each with all of its options',
    ({ audience, table }) => {
      const listed = (table?.rows ?? []).flatMap(({ cells }) => codeIn(cells[0] ?? ''));
      const wanted = commands.filter(({ definition }) => definition.audience === audience).map(signatureOf);
      expect(listed.toSorted()).toEqual(wanted.map((signature) => `/${signature}`).toSorted());
    },
  );
});

describe('the commands that decisions name', () => {
  const decisions = readdirSync(new URL('../../docs/adr/', import.meta.url)).map((name) => `docs/adr/${name}`);

  test('exist', () => {
    const named = decisions.flatMap((path) => readPage(path).spans.filter(looksLikeCommand));
    const names = commands.map(({ definition }) => definition.name);
    const unknown = named.filter(({ text }) => !names.some((name) => `${text} `.startsWith(`/${name} `)));
    expect(unknown).toEqual([]);
  });
});

describe('the slash commands in the documents', () => {
  const found = guides.flatMap((path) => readPage(path).spans.filter(looksLikeCommand));
  let bot: BotUnderTest;
  let manager: Person;

  /** Each paper that an example names is stored, and a digest was posted. */
  beforeAll(async () => {
    bot = await startBot({ mail, authors: [authors], limits: { messagesPerWindow: 1_000, globalPerSecond: 1_000 } });
    manager = bot.person({ name: 'maria', permissions: ['ManageChannels', 'ManageGuild'] });
    await bot.subscribe('diffusion models');
    const ids = new Set(found.flatMap(({ text }) => text.match(/\b\d{4}\.\d{5}\b/g) ?? []));
    await bot.announce([...inventPapers(3, 'diffusion models'), ...[...ids].map((id) => inventPaper({ id }))]);
    bot.pass(4 * hourMs);
    await bot.wake();
  });
  afterAll(async () => {
    expect(bot.discord.violations).toEqual([]);
    await bot[Symbol.asyncDispose]();
  });

  test.each(found)('$at: $text exists, with the options that are named', (one) => {
    expect(() => readExample(one)).not.toThrow();
  });

  const examples = Map.groupBy(found.filter(canBeRead).map(readExample).filter(canBeSent), ({ text }) => text);
  test.each([...examples.values().flatMap((same) => same.slice(0, 1))])(
    '$at: $text is answered',
    async ({ command, values }) => {
      const before = bot.log.lines.length;
      const reply = await manager.run(`/${command.definition.name}`, values);
      await bot.router.whenIdle();
      const refusals = bot.log.lines
        .slice(before)
        .filter(({ level, event }) => level === 'error' || event === 'interaction.refused');
      expect(refusals).toEqual([]);
      expect(reply.refresh().content + JSON.stringify([reply.embeds, reply.modal])).not.toBe('[[],null]');
    },
  );
});
