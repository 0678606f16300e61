import fc from 'fast-check';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { type ParsedTopic, parseTopic } from '../../src/topics/language/parse.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { meaning } from '../support/shipped-meaning.ts';
import { inventPaper } from './invented-paper.ts';

/**
 * Few words, so that random topics often match random papers. Some are forms of one word, regular and irregular ones,
 * some only look so. Some carry signs and accents, some are spellings of each other, some differ in capitals, some are
 * acronyms with dots.
 */
const words = [
  'graph',
  'Graphs',
  'network',
  'networks',
  'learning',
  'C++',
  'K-Means',
  'kmeans',
  'k',
  'means',
  "o'brien",
  'obrien’s',
  'café',
  'x2',
  'x_2',
  'α',
  'alpha',
  'TNFα',
  'fine-tuning',
  'finetuned',
  'fine',
  'tuning',
  'data set',
  'data-settings',
  'datasets',
  'data-based',
  'database',
  'matrix',
  'matrices',
  'sub-matrices',
  'submatrix',
  'behaviour',
  'behaviors',
  'oestrogen',
  'estrogens',
  'went',
  'going',
  'news',
  'new',
  'generative',
  'general',
  'not',
  '扩散模型',
  '模型',
  'GPT模型',
  'ガイド',
  'ｶｲﾄ',
  '모델을',
  '모델',
  'ที่นี่',
  'हिन्दी',
  'IT',
  'it',
  'LLMs',
  'ＬＬＭｓ',
  'Café',
  'Δ',
  'A.I.',
  'near/5',
  'ai',
  'AI',
  'i.i.d',
  'iid',
  'U.S.',
  'x.y',
  'x.y.',
  'cs.AI+cs.LG',
  'n/3',
];
const word = fc.constantFrom(...words);
/** Parts of names: few, in several spellings of each, so that random names are often one person's. */
const name = fc.oneof(
  fc.constantFrom('Yann', 'Y.', 'LeCun', 'Ada', 'Łukasz', 'Lovelace', "O'Brien", 'L', 'A.B.', 'J.A.'),
  fc.constantFrom(
    'Xiao-Ming',
    'Xiaoming',
    'Xiao',
    'Ming',
    'X.-M.',
    'X.',
    'M.',
    'XM',
    'Wang',
    'Li',
    'Yu',
    'YU',
    'Nguyễn',
  ),
  fc.constantFrom('Jean-Pierre', 'Jean', 'Pierre', 'JP', 'J.', 'P.', 'García-López', 'Garcia', 'López', 'Garcialopez'),
  fc.constantFrom(
    'Sørgård',
    'Soergaard',
    'Sorgard',
    'Müller',
    'Mueller',
    'Muller',
    'al',
    'Al-Yu',
    'van',
    'Jr.',
    '王',
    '山田',
    '太郎',
    '山田太郎',
  ),
);
const separator = fc.constantFrom(' ', ' ', ' ', ' ', '-', ', ');
/** Names of one to four parts. */
const fullName = fc
  .array(fc.tuple(name, separator), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([part, after], at) => (at === parts.length - 1 ? part : part + after)).join(''));
const category = fc.constantFrom(
  'cs.LG',
  'cs.IT',
  'math.IT',
  'math.CO',
  'stat.ML',
  'hep-th',
  'math-ph',
  'econ.GN',
  'biorxiv/genomics',
  'medrxiv/epidemiology',
);
const organization = fc.constantFrom('Google DeepMind', 'google', 'ETH Zürich', 'Zurich', 'Meta-AI', '清华大学');
const id = fc.constantFrom('2601.00001', 'math/0611800', '10.1101/2026.01.02.123456', '10.5555/tides.1');
const inQuotes = (parts: readonly string[]): string => `"${parts.join(' ')}"`;

const prefix = fc.constantFrom(
  'gra*',
  'networ*',
  'learni*',
  'finetun*',
  'fine-tun*',
  'dat*',
  'alp*',
  '扩散*',
  'GPT模*',
  'हिन्*',
  'LLM*',
  'matric*',
  'behaviou*',
  'behaviors*',
  'oest*',
  'going*',
  'new*',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map(inQuotes);
const near = fc.tuple(phrase, fc.nat({ max: 5 })).map(([text, distance]) => `${text}~${distance}`);
/** Terms that ask for words, for any field of words. */
const wording = fc.oneof(
  { weight: 4, arbitrary: word.map((text) => (text.includes(' ') ? `"${text}"` : text)) },
  { weight: 2, arbitrary: phrase },
  {
    weight: 1,
    arbitrary: fc
      .oneof(
        word.filter((text) => !text.includes(' ')),
        phrase,
      )
      .map((text) => `=${text}`),
  },
  { weight: 1, arbitrary: prefix },
  { weight: 1, arbitrary: near },
);
/** Sentences near and far from random papers, of known and of unknown words, and as strict as random papers are near. */
const sentence = fc
  .tuple(
    fc.constantFrom(
      'learning graphs',
      'fine-tuning networks',
      'matrix',
      'estrogen behaviour',
      'the general data sets of LLMs',
      '扩散模型 networks',
    ),
    fc.constantFrom('', '~1', '~2.5', '~4', '~6.25', '~8', '~12', '~20', '~40'),
  )
  .chain(([text, strictness]) => fc.constantFrom(`about:"${text}"${strictness}`, `~"${text}"${strictness}`));
const count = fc.constantFrom('0', '1', '5', '7', '20', '9999999');
const upvotes = fc.oneof(
  fc.tuple(fc.constantFrom('>=', '>', '<', '<=', '=', ''), count).map((parts) => parts.join('')),
  fc.constantFrom('0..7', '5..20', '7+'),
);

const term = fc.oneof(
  { weight: 10, arbitrary: wording },
  fc.tuple(fc.constantFrom('title', 'abstract', 'comment', 'ti'), wording).map((parts) => parts.join(':')),
  fc.array(wording, { minLength: 2, maxLength: 3 }).map((parts) => `title:(${parts.join(' | ')})`),
  fc.array(wording, { minLength: 2, maxLength: 3 }).map((parts) => `abstract:(${parts.join(' ')})`),
  name.map((text) => `author:${text}`),
  fullName.map((text) => `au:"${text}"`),
  fullName.map((text) => `author:"${text}"`),
  fc.array(category, { minLength: 1, maxLength: 2 }).map((ids) => `cat:(${ids.join(' OR ')})`),
  fc.array(category, { minLength: 1, maxLength: 2 }).map((ids) => `cat:${ids.join('|')}`),
  fc
    .array(fc.tuple(fc.constantFrom('', ' AND', ' OR', ' -', ','), category), { minLength: 2, maxLength: 3 })
    .map(
      (values) =>
        `cat:(cs.* ${values.map(([sign, text]) => (sign === ' -' ? `-${text}` : `${sign} ${text}`)).join(' ')})`,
    ),
  category.map((text) => `cat:${text.split(/[./]/)[0]}`),
  category.map((text) => `primary:${text}`),
  fc.constantFrom(
    'source:hf',
    'source:arxiv',
    'source:biorxiv',
    'has:code',
    'has:pdf',
    'has:doi',
    'is:new',
    'is:cross',
    'is:replaced',
    'is:withdrawn',
    'is:notice',
  ),
  organization.map((text) => `org:"${text}"`),
  id.map((text) => `id:${text}`),
  { weight: 2, arbitrary: sentence },
  upvotes.map((text) => `upvotes:${text}`),
);

export const authorText: fc.Arbitrary<string> = fullName;

/** Texts that follow the grammar. Some are still refused, for example because they only exclude or nest too deep. */
export const topicText: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: term },
    { weight: 2, arbitrary: fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(' ')) },
    { weight: 2, arbitrary: fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(' OR ')) },
    { weight: 1, arbitrary: tie('node').map((part) => `(${part})`) },
    { weight: 1, arbitrary: tie('node').map((part) => `-(${part})`) },
  ),
})).node;

export const topic: fc.Arbitrary<Topic> = topicText
  .map((text) => parseTopic(text, meaning))
  .filter((parsed): parsed is Extract<ParsedTopic, { ok: true }> => parsed.ok)
  .map((parsed) => parsed.topic);

const text = fc
  .array(
    fc.oneof(
      word,
      fc.constantFrom(
        'of',
        'the',
        '—',
        'and',
        'graph-learning',
        'x',
        '(A.I.),',
        'A.I.-based',
        'A. I.',
        'ＡＩ',
        'It',
        '基于扩散模型的生成',
        'ガ',
        '在U.S.A.',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(' '));

export const paper: fc.Arbitrary<Paper> = fc
  .record({
    id,
    title: fc.oneof(
      { weight: 20, arbitrary: text },
      text.map((title) => `Withdrawn: ${title}`),
      text.map((title) => `Correction to: ${title}`),
    ),
    abstract: fc.oneof(
      { weight: 20, arbitrary: text },
      text.map((abstract) => `${abstract}. This paper has been withdrawn.`),
    ),
    comment: fc.option(text),
    doi: fc.option(fc.constantFrom('10.1000/invented', '10.5555/Tides.1')),
    sameAs: fc.subarray(['10.1101/2026.01.02.123456', '2601.00001']),
    sources: fc.subarray(['arxiv', 'biorxiv', 'huggingface']),
    announcedAs: fc.option(fc.constantFrom('new', 'cross', 'pick', 'replace', 'replace-cross')),
    authors: fc.array(fullName, { maxLength: 4 }),
    categories: fc.uniqueArray(category, { maxLength: 3 }),
    extras: fc
      .record({
        upvotes: fc.option(fc.constantFrom(0, 1, 5, 7, 19, 20, 300)),
        codeUrl: fc.option(fc.constant('https://code.example/x')),
        organization: fc.option(organization),
      })
      .map((known) => ({ ...noExtras, ...known })),
  })
  .map(inventPaper);
