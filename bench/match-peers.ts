import Connection from 'better-sqlite3';
import MiniSearch, { type Query } from 'minisearch';
import type { Paper } from '../src/papers/paper.ts';
import { indexTokens } from '../src/topics/matching/index-tokens.ts';
import type { Term, Topic, TopicNode } from '../src/topics/topic.ts';
import { stemWord } from '../src/topics/words/stem.ts';
import { tokenize } from '../src/topics/words/tokens.ts';

/**
 * Other ways to find which papers match a topic, one topic after another. Each gets queries in its own language and at
 * its best: words as typed, without the compounds and split words that Paperboy's language also finds.
 */
export interface MatchPeer {
  readonly name: string;
  /**
   * Writes the topics as queries, which are kept from one day to the next, as the index keeps its topics. The returned
   * function indexes papers, and the one that it returns finds which of them match a topic; papers and topics have
   * their places as numbers.
   */
  prepare(topics: Iterable<Topic>): (papers: readonly Paper[]) => (topic: number) => readonly number[];
}

/** How a peer writes a topic, and how it finds the places of papers by what it wrote. */
interface Language<Written> {
  queryOf(root: TopicNode): Written;
  index(papers: readonly Paper[]): (query: Written) => readonly number[];
}

const createPeer = <Written>(name: string, { queryOf, index }: Language<Written>): MatchPeer => ({
  name,
  prepare(topics) {
    const queries = Array.from(topics, ({ root }) => queryOf(root));
    return (papers) => {
      const find = index(papers);
      return (topic) => find(queries[topic] as Written);
    };
  },
});

export const peers = {
  fts5: createPeer('SQLite FTS5 MATCH per topic', { queryOf: fts5Query, index: inFts5 }),
  minisearch: createPeer('minisearch per topic', { queryOf: miniSearchQuery, index: inMiniSearch }),
  regexp: createPeer('RegExp per topic', {
    queryOf: (root) => new RegExp(`^${lookAhead(root)}`, 'is'),
    index: inTexts,
  }),
} as const;

const splitAtBlanks = `tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'"`;

/** In memory, with the same stems as the bot's own full-text index. */
function inFts5(papers: readonly Paper[]): (query: string) => readonly number[] {
  const connection = new Connection(':memory:');
  connection.exec(`create virtual table papers using fts5(title, abstract, authors, categories, ${splitAtBlanks})`);
  const insert = connection.prepare(
    'insert into papers (rowid, title, abstract, authors, categories) values (?, ?, ?, ?, ?)',
  );
  connection.transaction(() => {
    for (const [number, paper] of papers.entries()) {
      const { title, abstract, authors, categories } = indexTokens(paper);
      insert.run(number, ...[title, abstract, authors, categories].map((tokens) => tokens.join(' ')));
    }
  })();
  const match = connection.prepare<[string], number>('select rowid from papers where papers match ?').pluck();
  return (query) => match.all(query);
}

function fts5Query(node: TopicNode): string {
  switch (node.kind) {
    case 'all': {
      const { wanted, unwanted } = parted(node.nodes);
      const all = wanted.map(fts5Query).join(' AND ');
      return unwanted.length === 0 ? `(${all})` : `((${all}) NOT (${unwanted.map(fts5Query).join(' OR ')}))`;
    }
    case 'any':
      return `(${node.nodes.map(fts5Query).join(' OR ')})`;
    case 'text':
      return `{title abstract} : "${node.words.map(({ stem }) => stem).join(' ')}"`;
    case 'category':
      return `categories : "${node.category.toLowerCase()}"`;
    case 'author':
      return `authors : (${node.name.flatMap(({ words }) => words.map((word) => `"${word}"`)).join(' AND ')})`;
    default:
      throw unknownKind(node);
  }
}

/** It has no phrases, so their words are searched one by one. */
function inMiniSearch(papers: readonly Paper[]): (query: Query) => readonly number[] {
  const index = new MiniSearch({
    fields: ['title', 'abstract', 'authors', 'categories'],
    tokenize: (text) => tokenize(text).map(({ stem }) => stem),
    processTerm: (term) => term,
  });
  index.addAll(
    papers.map(({ title, abstract, authors, categories }, id) => ({
      id,
      title,
      abstract,
      authors: authors.join(', '),
      categories: categories.join(', '),
    })),
  );
  return (query) => index.search(query).map(({ id }) => id);
}

function miniSearchQuery(node: TopicNode): Query {
  switch (node.kind) {
    case 'all': {
      const { wanted, unwanted } = parted(node.nodes);
      const all: Query = { combineWith: 'AND', queries: wanted.map(miniSearchQuery) };
      return unwanted.length === 0 ? all : { combineWith: 'AND_NOT', queries: [all, ...unwanted.map(miniSearchQuery)] };
    }
    case 'any':
      return { combineWith: 'OR', queries: node.nodes.map(miniSearchQuery) };
    case 'text':
      return { combineWith: 'AND', fields: ['title', 'abstract'], queries: node.words.map(({ stem }) => stem) };
    case 'category':
      return { fields: ['categories'], combineWith: 'AND', queries: stemsOf(node.category) };
    case 'author':
      return {
        fields: ['authors'],
        combineWith: 'AND',
        queries: node.name.flatMap(({ words }) => words.map(stemWord)),
      };
    default:
      throw unknownKind(node);
  }
}

const stemsOf = (text: string): string[] => tokenize(text).map(({ stem }) => stem);

/** One expression per topic over the paper's text: the words as written, with any ending of their stem. */
function inTexts(papers: readonly Paper[]): (expression: RegExp) => readonly number[] {
  const texts = papers.map(
    ({ title, abstract, authors, categories }) =>
      `${title}\n${abstract}\n<${categories.join('> <')}>\n@${authors.join('\n@')}`,
  );
  return (expression) => texts.flatMap((text, number) => (expression.test(text) ? [number] : []));
}

function lookAhead(node: TopicNode): string {
  switch (node.kind) {
    case 'all':
      return node.nodes.map(lookAhead).join('');
    case 'any':
      return `(?:${node.nodes.map(lookAhead).join('|')})`;
    case 'not':
      return `(?!${lookAhead(node.node)})`;
    default:
      return `(?=.*${termExpression(node)})`;
  }
}

function termExpression(term: Term): string {
  switch (term.kind) {
    case 'text':
      return `\\b${term.words.map(({ stem }) => `${literal(stem)}\\w*`).join('[\\s-]+')}`;
    case 'category':
      return literal(`<${term.category}>`);
    case 'author':
      return `\\n@[^\\n]*${term.name.flatMap(({ words }) => words.map(literal)).join('[^\\n]*')}`;
    default:
      throw unknownKind(term);
  }
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function parted(nodes: readonly TopicNode[]) {
  const unwanted = nodes.flatMap((node) => (node.kind === 'not' ? [node.node] : []));
  return { wanted: nodes.filter(({ kind }) => kind !== 'not'), unwanted };
}

const unknownKind = ({ kind }: TopicNode): Error => new Error(`the bench invents no topics with “${kind}”`);
