import type { Paper } from '../../papers/paper.ts';
import { type Key, key as paperKey } from '../paper-keys.ts';
import { parseTopic } from '../parse.ts';
import { stemWord } from '../stem.ts';
import type { Term, Topic, TopicNode } from '../topic.ts';
import { createBatchReader } from './batch-reader.ts';
import { createChecker } from './checker.ts';
import { cheapestSlot, type KeyOf, type ReadClause, readClause, withoutSolids } from './clause.ts';
import { encodeBeyond } from './code.ts';
import { createDrawers } from './drawers.ts';
import { createFindingsWriter, type Findings } from './findings.ts';
import type { Frequencies } from './frequencies.ts';
import { reaching } from './growing.ts';
import { createHashTable, hashOf } from './hash-table.ts';
import { createLexicon, fieldBits, fieldMask, fieldNumbers, type Lexicon, type TermKind } from './lexicon.ts';
import { matchDrawers } from './matching.ts';
import { createNumberedTexts, type NumberedTexts } from './numbered-texts.ts';
import { matchSolidTopics } from './solid-topics.ts';

/** Which topics match which papers of a batch, once for each topic however many follow it. */
export interface TopicMatches {
  /** Canonical texts of the topics that match any paper, each once, in no order. */
  readonly topics: readonly string[];
  /** The papers of `topics[n]`, by their numbers in the batch, are `papers` from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Int32Array;
  /** Ascending for each topic. */
  readonly papers: Uint16Array;
}

/**
 * Many topics, each once, to be held against papers. Each is filed under the rarest of what it requires, so that papers
 * meet those only that they could match. Finds exactly what `matches` finds.
 */
export interface TopicIndex {
  /** How many topics there are. */
  readonly size: number;
  has(canonical: string): boolean;
  /** Files the topic, without touching others. False where it is there already. */
  add(topic: Topic): boolean;
  /** Takes the topic out, without touching others. False where it is not there. */
  remove(canonical: string): boolean;
  /**
   * Matches all topics against the papers, a few milliseconds' work at a time, so that whoever iterates can let others
   * work in between. No topic can be added or removed before it is done.
   * @throws RangeError for more than `batchLimit` papers
   */
  match(papers: readonly Paper[]): Generator<void, TopicMatches>;
}

export interface TopicIndexOptions {
  /** How common words are. What is not known is taken to be rare. */
  readonly frequencies?: Frequencies;
}

export function createTopicIndex({ frequencies = noFrequencies }: TopicIndexOptions = {}): TopicIndex {
  const texts = createNumberedTexts();
  const lexicon = createLexicon();
  const drawers = createDrawers();
  const solidTopics = createHashTable();
  const reader = createBatchReader(lexicon, solidTopics);
  const costOf = createCost(lexicon, frequencies);
  const termsByTopic = new Map<number, readonly Term[]>();
  let references = new Int32Array(1 << 8);
  let isMatching = false;

  const holdStill = () => {
    if (isMatching) throw new Error('topics cannot change while they are matched');
  };
  const findKey: KeyOf = (kind, text, field = 'any') => (lexicon.find(kind, text) << fieldBits) | fieldNumbers[field];
  const readStored = (topic: number): ReadClause => readClause(parseCanonical(texts.textOf(topic)), findKey);
  const keysOf = (topic: number): readonly number[] => drawers.keysOf(references[topic] ?? 0);
  const tools = { drawers, lexicon, termsOf: (topic: number) => termsByTopic.get(topic) ?? noTerms };

  return {
    get size() {
      return texts.size;
    },
    has: (canonical) => texts.numberOf(canonical) !== 0,
    add({ canonical, root }) {
      holdStill();
      if (texts.numberOf(canonical) !== 0) return false;
      const topic = texts.add(canonical);
      const { clause, terms, solids } = readClause(root, lexicon.use);
      const plain = withoutSolids(clause);
      const slot = cheapestSlot(plain, costOf);
      if (slot === null) throw new Error(`The topic “${canonical}” was not made by parseTopic: it requires nothing.`);
      references = reaching(references, topic);
      references[topic] = drawers.file(topic, slot.keys, encodeBeyond(slot, plain));
      for (const stem of solids) solidTopics.add(hashOf(stem), topic);
      if (terms.length > 0) termsByTopic.set(topic, terms);
      return true;
    },
    remove(canonical) {
      holdStill();
      const topic = texts.numberOf(canonical);
      if (topic === 0) return false;
      const keys: number[] = [];
      const { solids } = readClause(parseCanonical(canonical), (...asked) => keys[keys.push(findKey(...asked)) - 1] ?? 0);
      drawers.takeOut(references[topic] ?? 0);
      for (const key of keys) lexicon.disuse(key);
      for (const stem of solids) solidTopics.remove(hashOf(stem), topic);
      termsByTopic.delete(topic);
      texts.remove(topic);
      return true;
    },
    *match(papers) {
      holdStill();
      isMatching = true;
      try {
        const batch = yield* reader.read(papers);
        const writer = createFindingsWriter();
        const checker = createChecker(batch, lexicon);
        yield* matchDrawers(batch, { ...tools, checker, writer });
        yield* matchSolidTopics(batch, { lexicon, checker, writer, read: readStored, keysOf });
        return namedTopics(writer.findings, texts);
      } finally {
        isMatching = false;
      }
    },
  };
}

const noTerms: readonly Term[] = [];
const noFrequencies: Frequencies = { papers: 0, counts: new Map() };

/** A canonical text parses to the very tree that it was printed from. */
function parseCanonical(canonical: string): TopicNode {
  const parsed = parseTopic(canonical);
  if (parsed.ok) return parsed.topic.root;
  throw new Error(`the topic “${canonical}” cannot be read again: ${parsed.error.message}`);
}

/** About one in eight of the papers that have a word have it in the title. */
const inTitle = 8;

/** What a key costs: the share of papers that have it. */
function createCost(lexicon: Lexicon, { papers, counts }: Frequencies): (key: number) => number {
  return (key) => {
    const term = key >>> fieldBits;
    const field = key & fieldMask;
    if (papers === 0 || field === fieldNumbers.comment) return 1 / lexicon.textOf(term).length;
    const count = counts.get(sampledKey(lexicon.kindOf(term), lexicon.textOf(term))) ?? 0;
    // What the sample does not have is rare, and of two such words the longer one is the rarer.
    const share = (count + 1 / lexicon.textOf(term).length) / papers;
    return field === fieldNumbers.title ? share / inTitle : share;
  };
}

function sampledKey(kind: TermKind, text: string): Key {
  if (kind === 'key') return text;
  return kind === 'prefix' ? paperKey.start('any', text) : paperKey.stem('any', stemWord(text));
}

function namedTopics({ topics, starts, papers, count }: Findings, texts: NumberedTexts): TopicMatches {
  const names = new Array<string>(count);
  for (let at = 0; at < count; at++) names[at] = texts.textOf(topics[at] ?? 0);
  return { topics: names, starts, papers };
}
