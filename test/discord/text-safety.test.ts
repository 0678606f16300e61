import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { citationFormats } from '../../src/citations/registry.ts';
import { commands } from '../../src/discord/commands/registry.ts';
import { components } from '../../src/discord/components/registry.ts';
import { layoutChoices } from '../../src/discord/rendering/layouts/registry.ts';
import { discordLocales, type LanguageName, languageNames } from '../../src/language/names.ts';
import type { GivenPaper } from '../../src/papers/given-paper.ts';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { type ComponentView, flatComponents, type MessageView } from '../../src/playground/discord/message-view.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import type { AuthorPapers, AuthorService } from '../../src/sources/author-service.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { readDiscordText } from '../support/read-discord-text.ts';

/** An id that nothing has. Whatever is made of it comes from a hostile text. */
const nobody = '666666666666666666';
/** The hosts that cards, lists and replies link to, the last one from the addresses of feeds. */
const trustedHosts =
  /^(?:arxiv\.org|doi\.org|(?:www\.)?alphaxiv\.org|huggingface\.co|github\.com|discord\.com|papers\.example)$/;

const attacks = [
  ...['@everyone', '@here', `<@${nobody}>`, `<@!${nobody}>`, `<@&${nobody}>`, `<#${nobody}>`, `</x:${nobody}>`],
  ...[`<:e:${nobody}>`, '<t:666:R>', '<id:customize>', '[read](https://evil.example)', 'https://evil.example'],
  ...[
    '<https://evil.example>',
    '[a](<https://evil.example>)',
    'discord.gg/evil',
    '```',
    '``',
    '`',
    '\n# Loud',
    '# Loud',
  ],
  ...[
    '\n> quote',
    '> quote',
    '\n- item',
    '\n1. item',
    '-# small',
    '**',
    '__',
    '~~',
    '||',
    '*',
    '_',
    '\\',
    '\\\\',
    '\n',
  ],
  ...[
    '\r',
    '\u2028',
    '\u202e',
    '\u200b',
    '\ud800',
    '{papers}',
    "'{'",
    '#',
    ']',
    '(',
    ')',
    '](',
    '"',
    ':',
    '%',
    '&',
    '$',
  ],
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.constantFrom('word', 'nets', ' ', ' ', '0', 'é', '汉')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));
const longText = fc.tuple(hostileText, fc.constantFrom(1, 1, 1, 60)).map(([text, times]) => text.repeat(times));

const hostileExtras = fc.record({
  aiSummary: fc.option(longText),
  organization: fc.option(hostileText),
  venue: fc.option(hostileText),
  tldr: fc.option(longText),
  upvotes: fc.option(fc.nat(999)),
  citations: fc.option(fc.nat(99_999)),
});
/** What sources may bring: hostile in each text. Ids are as sources validate them. */
const hostilePapers = fc
  .array(
    fc.record({
      title: longText,
      abstract: longText,
      authors: fc.array(hostileText, { minLength: 1, maxLength: 5 }),
      comment: fc.option(hostileText),
      journalReference: fc.option(hostileText),
      extras: hostileExtras,
    }),
    { minLength: 16, maxLength: 16 },
  )
  .map((some): readonly Paper[] =>
    some.map(({ title, extras, ...texts }, index) => {
      const id =
        index % 4 === 3 ? `10.5555/(sici)${index}<1::aid>3.0.co;2-[_*` : `2606.${String(index).padStart(5, '0')}`;
      const extra = { ...noExtras, ...extras };
      return inventPaper({ id, title: `Kites ${title}`, ...texts, extras: extra });
    }),
  );

let bot: BotUnderTest;
/** What a service says of an author: hostile as well. */
let author: AuthorPapers = { name: '', papers: [] };
const authors: AuthorService = { name: 'OpenAlex', registries: ['openalex'], papersOf: async () => author };

beforeEach(async () => {
  bot = await startBot({ authors: [authors], sharesClock: true });
});
afterEach(() => bot[Symbol.asyncDispose]());

/** Everything that is judged, with where it came from. */
class Judge {
  readonly findings = new Set<string>();

  message(where: string, { content, embeds, components, pings }: MessageView): void {
    this.text(where, content);
    for (const { title = '', url = '', description = '', fields = [] } of embeds) {
      for (const text of [title, description, ...fields.flatMap(({ name, value }) => [name, value])])
        this.text(`${where}, an embed`, text);
      this.address(`${where}, an embed`, url);
    }
    for (const { url = '', content: text = '' } of flatComponents(components)) {
      this.address(`${where}, a button`, url);
      this.text(where, text);
    }
    if (pings.everyone || pings.roleIds.length > 0) this.findings.add(`${where} pings a role or everyone`);
    if (pings.userIds.includes(nobody)) this.findings.add(`${where} pings somebody`);
  }

  text(where: string, text: string): void {
    const { mentions, hosts, others } = readDiscordText(text);
    const found = [
      ...mentions.filter((id) => id === nobody),
      ...hosts.filter((host) => !trustedHosts.test(host)),
      ...others,
    ];
    for (const one of found)
      this.findings.add(`${where}: ${JSON.stringify(one)} in ${JSON.stringify(text.slice(0, 300))}`);
  }

  address(where: string, url: string): void {
    if (url !== '' && !trustedHosts.test(new URL(url).host)) this.findings.add(`${where}: an address ${url}`);
  }
}

/** A person who tries everything that is offered, each kind of it once, and judges what comes. */
class Visitor {
  /** The commands, and the verbs of what was pressed. */
  readonly visited = new Set<string>();
  readonly #tries = new Map<string, number>();
  readonly #person: Person;
  readonly #judge: Judge;
  readonly #typed: readonly string[];

  constructor(person: Person, judge: Judge, typed: readonly string[]) {
    this.#person = person;
    this.#judge = judge;
    this.#typed = typed;
  }

  async run(line: string, options: Readonly<Record<string, string>> = {}): Promise<void> {
    this.visited.add(line);
    await this.explore(line, await this.#person.run(line, options));
  }

  async use(name: string, message: MessageView): Promise<void> {
    await this.explore(name, await this.#person.use(name, message));
  }

  /** Judges a reply, then uses its buttons, menus and forms. */
  async explore(where: string, reply: Reply, depth = 4): Promise<void> {
    await bot.router.whenIdle();
    const seen = reply.refresh();
    for (const message of [...(seen.message ? [seen.message] : []), ...seen.followUps])
      this.#judge.message(where, message);
    if (depth === 0) return;
    if (reply.modal !== undefined) await this.#fill(where, reply, depth);
    for (const message of [...(seen.message ? [seen.message] : []), ...seen.followUps])
      await this.useAll(where, message, depth);
  }

  async useAll(where: string, message: MessageView, depth = 4): Promise<void> {
    // Buttons first: a menu has many choices, and the first one replaces all.
    const inOrder = flatComponents(message.components).toSorted((one, next) => one.type - next.type);
    for (const component of inOrder) {
      for (const pick of picksOf(component)) {
        const kind = kindOf(component.custom_id ?? '', pick);
        const tries = this.#tries.get(kind) ?? 0;
        if (tries >= triesOfAKind) continue;
        const use = () =>
          pick === null
            ? this.#person.press(message, component.custom_id ?? '')
            : this.#person.choose(message, component.custom_id ?? '', pick);
        const reply = await use().catch(leadsNowhere);
        if (reply === null) continue;
        this.#tries.set(kind, tries + 1);
        this.visited.add(kind.split(' ', 1)[0] ?? '');
        await this.explore(`${where} → ${kind}`, reply, depth - 1);
      }
    }
  }

  async #fill(where: string, reply: Reply, depth: number): Promise<void> {
    const [text = 'x'] = this.#typed;
    const fields = flatComponents(reply.modal?.components ?? []).flatMap(({ custom_id, type, max_length = 100 }) =>
      type === 4 && custom_id !== undefined ? [[custom_id, text.toWellFormed().slice(0, max_length)]] : [],
    );
    await this.explore(`${where} → form`, await this.#person.submit(reply, Object.fromEntries(fields)), depth - 1);
  }
}

/** What a press is for, whatever it is about. */
const kindOf = (customId: string, pick: string | null): string =>
  [...customId.split(':'), ...(pick === null ? [] : [pick])].filter((part) => /^[a-z-]{1,20}$/.test(part)).join(' ');

/** An earlier press has replaced the buttons of the message. */
function leadsNowhere(error: unknown): null {
  if (error instanceof Error && /^There is no (?:button|menu) /.test(error.message)) return null;
  throw error;
}

/** A press replaces what stands beside it, so that twice reaches further than once. */
const triesOfAKind = 2;

const buttonType = 2;
const linkStyle = 5;
const menuType = 3;
const channelMenuType = 8;
/** What can be picked: null for a press; nothing for what leads elsewhere. */
function picksOf({ type, style, options = [] }: ComponentView): readonly (string | null)[] {
  if (type === buttonType) return style === linkStyle ? [] : [null];
  if (type === channelMenuType) return [bot.channelId];
  // What is chosen already changes nothing, so it comes last.
  const inOrder = options.toSorted((one, next) => Number(one.default ?? false) - Number(next.default ?? false));
  return type === menuType ? inOrder.map(({ value }) => value) : [];
}

const trimTo = (text: string, length: number): string =>
  text.toWellFormed().replaceAll('\0', '').slice(0, length).trim() || 'x';

type Run = readonly [line: string, options: Readonly<Record<string, string>>];

async function subscribe(person: Person, options: Readonly<Record<string, string>>): Promise<void> {
  const preview = await person.run('/subscribe', options);
  const ids = flatComponents(preview.components).flatMap(({ custom_id = '' }) => custom_id);
  const confirm = ids.find((id) => id.startsWith('subscribe:'));
  if (confirm !== undefined) await person.press(preview, confirm);
  await bot.router.whenIdle();
}

/** The commands that show papers, and what people have. */
const withoutTexts = (papers: readonly Paper[]): readonly Run[] => [
  ...papers.slice(0, 4).flatMap(({ id: paper }): readonly Run[] => [
    ['/papers show', { paper }],
    ['/papers similar', { paper }],
    ['/digest why', { paper }],
  ]),
  ...citationFormats.flatMap(({ name: format }): readonly Run[] => [
    ['/papers cite', { id: `${papers[0]?.id} ${papers[1]?.id} ${papers[3]?.id}`, format }],
    ['/papers saved', { format }],
  ]),
  ...['preview', 'status', 'now', 'settings', 'resume'].map((word): Run => [`/digest ${word}`, {}]),
  ...['help', 'pings', 'trending', 'saved', 'stats'].map((word): Run => [`/papers ${word}`, {}]),
  ['/digest preview', { date: 'today' }],
  ...Array(10).fill(['/digest settings', {}]),
  ...['terns', 'auks', 'boobies', 'grebes'].map((topic): Run => ['/subscribe', { topic }]),
  ...Array(2).fill(['/subscribe', { author: 'A5023888391' }]),
  ['/papers search', { query: 'kites' }],
  ['/subscriptions', {}],
  ['/papers saved', {}],
  ['/club status', {}],
];

/** The commands that take a text. */
const withText = (text: string): readonly Run[] => [
  ['/papers search', { query: trimTo(text, 200) }],
  ['/subscribe', { topic: trimTo(text, 200) }],
  ['/subscribe', { author: trimTo(text, 200) }],
  ['/papers ping', { topic: trimTo(text, 200) }],
  ['/papers show', { paper: trimTo(text, 200) }],
  ['/papers cite', { id: trimTo(text, 200) }],
  ['/papers cite', { since: trimTo(text, 40) }],
  ['/papers stats', { topic: trimTo(text, 100) }],
  ['/papers trending', { topic: trimTo(text, 100) }],
  ['/digest why', { paper: trimTo(text, 200) }],
  ['/digest settings', { zone: trimTo(text, 100) }],
  ['/digest settings', { days: trimTo(text, 100) }],
  ['/digest settings', { time: trimTo(text, 40) }],
  ['/digest email', { address: trimTo(text, 200) }],
  ['/digest email', { code: trimTo(text, 20) }],
  ['/digest slack', { webhook: trimTo(text, 200) }],
  ['/digest pause', { until: trimTo(text, 40) }],
  ['/digest preview', { date: trimTo(text, 40) }],
  ['/unsubscribe', { subscription: trimTo(text, 100) }],
  ['/club start', { closes: trimTo(text, 40) }],
];

/** Channels of each layout and a forum that follow hostile topics, a personal digest, and pings; then their digests. */
async function bringDigests(ada: Person, papers: readonly Paper[], text: string): Promise<readonly string[]> {
  const { world } = bot.discord;
  const locale = world.guild(bot.guildId).preferredLocale;
  const hostileTopic = `kites OR "${trimTo(text, 60).replaceAll(/["\\\s]+/g, ' ')}"`;
  const layouts = Object.keys(layoutChoices).map((layout) => {
    const channel = world.createChannel({ guild: bot.guildId, name: layout }).id;
    return { channel, layout };
  });
  const forum = { channel: world.createChannel({ guild: bot.guildId, name: 'forum', kind: 'forum' }).id };
  for (const place of [{ channel: bot.channelId }, forum, ...layouts]) {
    await subscribe(ada, { topic: 'kites', channel: place.channel });
    await subscribe(ada, { topic: hostileTopic, channel: place.channel });
    await ada.run('/digest settings', { max: 3, ...place });
  }
  await ada.run('/club start', { closes: 'Sat 17:00' });
  await ada.run('/papers ping', { topic: 'kites nets' });
  await bot.person({ name: 'ben', locale }).run('/papers ping', { topic: hostileTopic, how: 'message' });
  await subscribe(bot.discord.person({ name: 'zoe', locale, hasInstalled: true }), { topic: hostileTopic });
  // No address has such a text. A database that somebody changed may.
  const whose = { guildId: bot.guildId, channelId: bot.channelId, userId: ada.id, at: bot.now() };
  for (const kind of ['mail', 'slack'] as const)
    await bot.store.addDestination({ ...whose, kind, address: trimTo(hostileTopic, 200) });
  await bot.announce(papers);
  bot.pass(dayMs);
  await bot.wake();
  await bot.router.whenIdle();
  return [bot.channelId, ...layouts.map(({ channel }) => channel)];
}

/** The author's papers have a word that others lack, except one, which any proposed topic misses. */
const asGiven = ({ title, abstract, authors: names }: Paper, place: number): GivenPaper => ({
  title: place === 0 ? 'Quokkas' : `Ibises ${title}`,
  abstract: place === 0 ? null : abstract,
  ...{ authors: names, ids: [], keywords: [], year: null },
});

/** Votes for the first paper of the agenda, so that the club meets. */
async function vote(person: Person): Promise<void> {
  const agenda = await person.run('/club status');
  const menu = flatComponents(agenda.components).find(({ custom_id = '' }) => custom_id.startsWith('club-pick'));
  await person.choose(agenda, menu?.custom_id ?? '', menu?.options?.[0]?.value ?? '');
}

/** Reads the event and the thread of the journal club's meeting, and uses what stands there. */
async function visitMeeting(visitor: Visitor, judge: Judge): Promise<void> {
  const { world } = bot.discord;
  const [event] = world.eventsOf(bot.guildId);
  judge.text('an event', `${event?.name}\n${event?.description}`);
  const threads = [...world.channels.values()].filter(({ parentId }) => parentId === bot.channelId);
  for (const message of threads.flatMap(({ id }) => bot.discord.messages(id)))
    await visitor.useAll('a thread', message);
  await visitor.run('/club stop');
}

/** What deletes everything, or may. */
const last = ['/digest email', '/digest slack', '/papers privacy', '/digest export', '/digest erase'];

/** Does everything that can be done with hostile papers and hostile texts, in a language. */
async function visitEverything(language: LanguageName, papers: readonly Paper[], typed: readonly string[]) {
  const { world } = bot.discord;
  const locale = discordLocales[language][0] ?? 'en-US';
  world.guild(bot.guildId).preferredLocale = locale;
  const judge = new Judge();
  const ada = bot.person({ name: 'ada', locale, permissions: ['ManageChannels', 'ManageGuild'] });
  const visitor = new Visitor(ada, judge, typed);
  const [text = ''] = typed;
  author = { name: text, papers: papers.map(asGiven) };
  const channels = await bringDigests(ada, papers, text);
  for (const message of channels.flatMap((id) => bot.discord.messages(id))) await visitor.useAll('a digest', message);
  for (const [line, options] of [...withoutTexts(papers), ...typed.flatMap(withText)]) await visitor.run(line, options);
  const said = ada.say(`${trimTo(text, 300)} ${papers.map(({ id }) => `arXiv:${id}`).join(' ')}`);
  await visitor.use('Save papers', said);
  await visitor.use('Cite papers', said);
  const old = world.createChannel({ guild: bot.guildId, name: trimTo(text, 90) });
  await bot.subscribe('kites', old.id);
  world.deleteChannel(old);
  await vote(bot.person({ name: 'eve', locale }));
  await bot.announce([inventPaper({ id: '2606.09999', title: 'Kites again' })]);
  bot.pass(dayMs);
  await bot.wake();
  await visitMeeting(visitor, judge);
  // A page has no room for the feeds of all of these topics.
  for (const topic of ['loons', 'geese', 'rails', 'crakes', 'stilts', 'ruffs']) await bot.subscribe(topic);
  await visitor.run('/digest feed');
  // What a menu of the list does replaces the other menus, so the list is asked for until each was used.
  for (const line of ['/papers saved', ...Array(4).fill('/subscriptions'), ...last]) await visitor.run(line);
  const posted = [...world.channels.keys()].flatMap((id) => bot.discord.messages(id));
  for (const message of posted.filter(({ authorId }) => authorId === world.bot.id))
    judge.message('a message in a channel', message);
  return { findings: [...judge.findings], visited: visitor.visited };
}

/**
 * Buttons of moments that may not come in this visit: hints, topics by meaning, lists of many pages, and what another press
 * beside them has made impossible.
 */
const unvisited: readonly string[] = [
  ...['take-hint', 'set-strictness', 'digest-page', 'list-page'],
  ...['move-topics', 'drop-saved', 'edit-subscription'],
  // The greeting of a new server, whose texts are the bot's own.
  ...components.map(({ verb }) => verb).filter((verb) => /^set-?up/.test(verb)),
  ...['export-mine', 'erase-mine', 'erase-server'],
];

describe('no text of a paper or a person can ping, link, format, break a block or exceed a limit', () => {
  it.each(languageNames)(
    'in anything that the bot shows in the language %s',
    async (language) => {
      const samples = fc.sample(fc.tuple(hostilePapers, fc.array(longText, { minLength: 2, maxLength: 2 })), {
        numRuns: 1,
        seed: 17 + languageNames.indexOf(language),
      });
      for (const [papers, typed] of samples) {
        const { findings, visited } = await visitEverything(language, papers, typed);
        expect(findings).toEqual([]);
        expect(bot.discord.violations).toEqual([]);
        // Whatever is new must be visited too.
        expect(commands.map(({ definition }) => `/${definition.name}`).filter((name) => !visited.has(name))).toEqual(
          [],
        );
        const notVisited = components.map(({ verb }) => verb).filter((verb) => !visited.has(verb));
        expect(notVisited.filter((verb) => !unvisited.includes(verb))).toEqual([]);
      }
    },
    120_000,
  );
});
