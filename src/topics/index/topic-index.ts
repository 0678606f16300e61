import type { Paper } from '../../papers/paper.ts';
import { type Key, key as paperKey } from '../paper-keys.ts';
import { parseTopic } from '../parse.ts';
import { stemWord } from '../stem.ts';
import type { Term, TextField, Topic, TopicNode } from '../topic.ts';
import { createBatchReader } from './batch-reader.ts';
import { createChecker } from './checker.ts';
import { cheapestSlot, readClause } from './clause.ts';
import { encodeBeyond } from './code.ts';
import { createDrawers } from './drawers.ts';
import { createFindingsWriter, type Findings } from './findings.ts';
import type { Frequencies } from './frequencies.ts';
import { reaching } from './growing.ts';
import { createHashTable, hashOf } from './hash-table.ts';
import { createLexicon, fieldBits, fieldMask, fieldNumbers, type Lexicon, type TermKind } from './lexicon.ts';
import { matchDrawers } from './matching.ts';
import { createNumberedTexts, type NumberedTexts } from './numbered-texts.ts';

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
  // Topics under the hashes of solid words that may stand for two of theirs, and that no paper is known to have.
  const awaiting = createHashTable();
  const costOf = createCost(lexicon, frequencies);
  const termsByTopic = new Map<number, readonly Term[]>();
  let references = new Int32Array(1 << 8);
  let isMatching = false;

  const isKnown = (stem: string): boolean =>
    lexicon.vocabulary.stems.numberOf(stem) !== 0 || frequencies.counts.has(paperKey.stem('any', stem));
  const file = (topic: number, root: TopicNode) => {
    const { clause, terms } = readClause(root, {
      keyOf: lexicon.use,
      solidKeyOf(stem, field) {
        if (isKnown(stem)) return lexicon.use('stem', stem, field);
        awaiting.add(hashOf(stem), topic);
        return 0;
      },
    });
    const slot = cheapestSlot(clause, costOf);
    if (slot === null) throw new Error(`The topic “${texts.textOf(topic)}” was not made by parseTopic.`);
    references = reaching(references, topic);
    references[topic] = drawers.file(topic, slot.keys, encodeBeyond(slot, clause));
    if (terms.length > 0) termsByTopic.set(topic, terms);
  };
  /** Takes the topic out of its drawers, and tells what to call when its terms can be forgotten. */
  const takeOut = (topic: number, root: TopicNode): (() => void) => {
    const keys: number[] = [];
    const awaited: number[] = [];
    const find = (kind: TermKind, text: string, field: TextField): number => {
      const key = (lexicon.find(kind, text) << fieldBits) | fieldNumbers[field];
      keys.push(key);
      return key;
    };
    readClause(root, {
      keyOf: find,
      solidKeyOf(stem, field) {
        if (awaiting.find(hashOf(stem), (other) => other === topic) === 0) return find('stem', stem, field);
        awaited.push(hashOf(stem));
        return 0;
      },
    });
    for (const hash of awaited) awaiting.remove(hash, topic);
    drawers.takeOut(references[topic] ?? 0);
    termsByTopic.delete(topic);
    return () => keys.forEach(lexicon.disuse);
  };
  /** Topics whose solid words have come are filed anew, now with these words. */
  const meetStems = (stems: readonly number[]) => {
    const { hashOfStem } = lexicon.vocabulary;
    const met = new Set<number>();
    const meet = (topic: number): boolean => {
      met.add(topic);
      return false;
    };
    for (const stem of stems) awaiting.find(hashOfStem[stem] ?? 0, meet);
    for (const topic of met) {
      const root = parseCanonical(texts.textOf(topic));
      const forget = takeOut(topic, root);
      file(topic, root);
      forget();
    }
  };
  const reader = createBatchReader(lexicon, meetStems);
  const holdStill = () => {
    if (isMatching) throw new Error('topics cannot change while they are matched');
  };

  return {
    get size() {
      return texts.size;
    },
    has: (canonical) => texts.numberOf(canonical) !== 0,
    add({ canonical, root }) {
      holdStill();
      if (texts.numberOf(canonical) !== 0) return false;
      file(texts.add(canonical), root);
      return true;
    },
    remove(canonical) {
      holdStill();
      const topic = texts.numberOf(canonical);
      if (topic === 0) return false;
      takeOut(topic, parseCanonical(canonical))();
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
        const termsOf = (topic: number) => termsByTopic.get(topic) ?? noTerms;
        yield* matchDrawers(batch, { drawers, checker, writer, termsOf });
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
  if (kind === 'label') return text;
  if (kind === 'prefix') return paperKey.start('any', text);
  return paperKey.stem('any', kind === 'stem' ? text : stemWord(text));
}

function namedTopics({ topics, starts, papers, count }: Findings, texts: NumberedTexts): TopicMatches {
  const names = new Array<string>(count);
  for (let at = 0; at < count; at++) names[at] = texts.textOf(topics[at] ?? 0);
  return { topics: names, starts, papers };
}
