import { IntlMessageFormat } from 'intl-messageformat';
import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '../../src/language/english.ts';
import { languages } from '../../src/language/languages.ts';
import type { LanguageName } from '../../src/language/names.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { offerToEverybody } from './forged-requests.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** What stands in a message between its arguments, and in its choices. */
const literals = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element) => [
    ...(element.type === 0 ? [element.value.trim()] : []),
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => literals(value)) : []),
  ]);

/** Parts of English sentences, except those that the other language has as well, such as examples. */
function englishParts(language: LanguageName): readonly string[] {
  const foreign = JSON.stringify(languages[language].texts).replaceAll('\\"', '"');
  const texts = Object.values(english).flatMap((area) => Object.values(area) as string[]);
  const parts = texts.flatMap((text) =>
    literals(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()),
  );
  return [...new Set(parts)].filter((part) => part.split(' ').length >= 3 && !foreign.includes(part));
}

/** Words of every other English sentence. */
const englishWords = /\b(?:the|and|with|this|your|you|cannot|does|which|there|from)\b/i;
/** What is written in English in every language: code, what people type, and examples in quotation marks. */
const asTyped = /```[\s\S]*?```|`[^`]*`|"[^"]*"|„[^“]*“|「[^」]*」|“[^”]*”|\*\*[^*]*\*\*|\([^)]* OR [^)]*\)|:\/\/\S+/g;

/** The fields of a component or an embed that a person reads. */
const read = new Set(['content', 'title', 'description', 'text', 'name', 'value', 'label', 'placeholder']);

/** The texts in a part of a message. */
function textsIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (typeof value === 'string') return read.has(key) ? [value] : [];
    return textsIn(value);
  });
}

/** Everything that a person reads in an answer. */
const textsOf = ({ content, embeds, components, modal, followUps }: Reply): string =>
  textsIn({ content, embeds, components, modal, followUps }).join('\n');

/** Topics that cannot be read, or not as they were meant. */
const topics = [
  ...[
    'graphs (trees',
    'graphs)',
    '()',
    '"graphs',
    '""',
    '-survey',
    'graphs -',
    'a b−c',
    'is:new',
    'graphs OR',
    'OR graphs',
  ],
  ...['title:', 'about:', 'cat:', 'source:', 'author:', 'id:', 'has:', 'is:', 'upvotes:', 'org:', 'about:(a)'],
  ...[
    'title:(cat:cs.LG)',
    'titel:x',
    'xyzzy:x',
    'cs.LG',
    '2406.01234',
    '!survey',
    'title attention',
    'cat:cs.XX',
    'cat:bioarxiv/x',
  ],
  ...[
    'graph*x',
    '*graph',
    '"graphs* x"',
    'ab*',
    'author:x*',
    'org:x*',
    '="graph neural"~3',
    '"a b"~2.5',
    '"a b"~99',
    '"a b"~',
  ],
  ...[
    'graph~5',
    'author:x',
    'id:x',
    'upvotes:x',
    'upvotes:9..2',
    'has:x',
    'has:cod',
    'is:x',
    'source:x',
    '***',
    'x '.repeat(70),
  ],
  ...[
    'about:"="',
    '=about:"x y"',
    'about:"xyzzyplugh"',
    'about:"the of"',
    'about:"graphs"~99',
    'x'.repeat(400),
    `${'('.repeat(30)}a`,
  ],
  ...[
    'TITLE-ABS-KEY(graph)',
    'SRCTITLE(x) a',
    'TS=(graph)',
    'SO=(x) a',
    'PUBYEAR > 2020',
    'a[ti]',
    'a[dp]',
    'a[la]',
    'a NEAR/5 b',
  ],
  ...[
    'graph^2 x',
    '[2020 TO 2024]',
    '2019..2024 x',
    'cs.AI + cs.CV',
    'graph + net',
    '/diff.*/',
    '/a.*/',
    '\\bLLM\\b',
    'gr[ae]y',
  ],
  ...[
    '[Tt]ree',
    '^graph',
    'wom?n',
    'a?b',
    'jr:x',
    'intitle:x',
    'site:x',
    'ext:pdf',
    'kw:x',
    'aff:x',
    'doi:x',
    'http:x',
    'lang:x',
    'date:x',
  ],
];

const unknownPaper = '2601.99999';

/** Commands with wrong input, or where there is nothing. */
const requests: readonly (readonly [line: string, values: Readonly<Record<string, string | number>>])[] = [
  ...topics.map((topic) => ['/subscribe', { topic }] as const),
  ['/papers search', { query: 'cat:cs.XX graphs' }],
  ['/papers search', { query: '-graphs' }],
  ['/papers search', { query: 'xyzzyplugh' }],
  ['/papers stats', { topic: 'graphs (' }],
  ['/papers stats', { topic: 'xyzzyplugh' }],
  ['/papers stats', {}],
  ['/papers trending', { topic: 'graphs (' }],
  ['/papers trending', { topic: 'xyzzyplugh' }],
  ['/papers trending', {}],
  ['/papers show', { paper: 'x' }],
  ['/papers show', { paper: unknownPaper }],
  ['/papers similar', { paper: 'x' }],
  ['/papers similar', { paper: unknownPaper }],
  ['/papers cite', {}],
  ['/papers cite', { id: 'x' }],
  ['/papers cite', { id: unknownPaper }],
  ['/papers cite', { id: '2606.00001', since: 'monday' }],
  ['/papers cite', { since: 'someday' }],
  ['/papers cite', { since: '2026-06-10', until: '2026-06-01' }],
  ['/papers cite', { since: '2026-06-01' }],
  ['/papers saved', {}],
  ['/papers saved', { format: 'bibtex' }],
  ['/papers ping', { topic: 'graphs (' }],
  ['/papers ping', { topic: 'graphs' }],
  ['/papers pings', {}],
  ['/unsubscribe', { subscription: 'graphs' }],
  ['/subscriptions', {}],
  ['/digest settings', { time: 'noonish' }],
  ['/digest settings', { zone: 'Xyzzy' }],
  ['/digest settings', { zone: 'EST' }],
  ['/digest settings', { zone: 'UTC+2' }],
  ['/digest settings', { zone: 'Cambridge' }],
  ['/digest settings', { zone: 'Berln' }],
  ['/digest settings', { days: 'someday' }],
  ['/digest preview', {}],
  ['/digest preview', { date: 'someday' }],
  ['/digest preview', { date: '2099-01-01' }],
  ['/digest preview', { date: '2020-01-01' }],
  ['/digest now', {}],
  ['/digest status', {}],
  ['/digest why', { paper: 'x' }],
  ['/digest why', { paper: unknownPaper }],
  ['/digest why', { paper: '2606.00001' }],
  ['/digest pause', {}],
  ['/digest pause', { until: 'someday' }],
  ['/digest resume', {}],
];

/** The same once the channel has a subscription. */
const laterRequests: typeof requests = [
  ['/digest preview', { date: '2020-01-01' }],
  ['/subscribe', { topic: 'diffusion' }],
  ['/subscribe', { topic: 'xyzzyplugh' }],
  ['/digest pause', { until: 'someday' }],
  ['/digest pause', { until: 'today' }],
  ['/digest pause', { until: 'yesterday' }],
  ['/digest pause', { until: '9 years' }],
  ['/digest resume', {}],
  ['/digest now', {}],
  ['/digest now', {}],
  ['/digest status', {}],
  ['/digest why', { paper: '2606.00001' }],
  ['/digest why', { paper: unknownPaper }],
  ['/papers ping', { topic: 'graphs (' }],
  ['/unsubscribe', { subscription: 'graphs' }],
];

describe.each(['de', 'ja'] as const)('in a client in %s', (locale) => {
  const parts = englishParts(locale);

  beforeEach(() => bot.announce([inventPaper({ title: 'Xyzzy', abstract: 'Xyzzy.', authors: ['A B'] })]));

  /** The English in an answer. */
  const findEnglish = (reply: Reply): readonly string[] => {
    const text = textsOf(reply);
    const word = englishWords.exec(text.replaceAll(asTyped, ''));
    return [
      ...parts.filter((part) => text.includes(part)),
      ...(word === null ? [] : [`${word[0]} in ${text.replaceAll(asTyped, '')}`]),
    ];
  };

  async function findIn(person: Person, some: typeof requests): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    for (const [line, values] of some) {
      const reply = await (await person.run(line, values)).answered();
      const english = findEnglish(reply);
      if (english.length > 0) found.push([line, values, english]);
    }
    return found;
  }

  it('no answer to wrong input has an English sentence', async () => {
    const person = bot.person({ name: 'maria', permissions: ['ManageChannels', 'ManageGuild'], locale });
    expect(await findIn(person, requests)).toEqual([]);
    await bot.subscribe('diffusion');
    expect(await findIn(person, laterRequests)).toEqual([]);
  }, 120_000);

  it('no refusal for lack of a permission has one', async () => {
    const reader = bot.person({ name: 'reader', locale });
    offerToEverybody(bot);
    await bot.subscribe('diffusion');
    const commands = ['/digest settings', '/digest pause', '/digest now', '/digest export', '/digest erase'] as const;
    expect(
      await findIn(
        reader,
        commands.map((line) => [line, {}] as const),
      ),
    ).toEqual([]);
    const manager = bot.person({ name: 'maria', permissions: ['ManageChannels'], locale });
    expect(
      await findIn(manager, [
        ['/digest export', {}],
        ['/digest erase', {}],
      ]),
    ).toEqual([]);
    for (const denied of ['SendMessages', 'EmbedLinks', 'ViewChannel'] as const) {
      bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: [denied] });
      expect(
        await findIn(manager, [
          ['/subscribe', { topic: 'graphs' }],
          ['/digest now', {}],
        ]),
      ).toEqual([]);
    }
  }, 60_000);
});
