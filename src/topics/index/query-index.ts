import { parseTopic } from '../language/parse.ts';
import type { Term, TextField, TopicNode } from '../topic.ts';
import { cheapestSlot, type Keys, readClause } from './clause.ts';
import { encodeBeyond } from './compiled-query.ts';
import { reaching } from './growing.ts';
import { createHashTable, hashOf } from './hash-table.ts';
import { createNumberedTexts, type NumberedTexts } from './numbered-texts.ts';
import { createPostings, type Postings } from './postings.ts';
import { fieldBits, fieldNumbers, type TermDictionary, type TermKind } from './term-dictionary.ts';

/**
 * Topics by number, each filed under what it requires. A solid word that may stand for two that a topic asks for is
 * left out of it as long as no paper is known to have it, for hardly any of them ever comes: `graphneural`.
 */
export interface QueryIndex {
  /** Canonical texts. */
  readonly texts: NumberedTexts;
  readonly drawers: Postings;
  /** Files a topic that is not there yet. */
  file(canonical: string, root: TopicNode): void;
  takeOut(topic: number): void;
  /** Files anew the topics that were waiting for words with one of these stems, a few between two turns. */
  meetStems(stems: readonly number[]): Generator<void>;
  /** The terms of a topic that only their operators can decide, read again from its text. */
  termsOf(topic: number): readonly Term[];
}

const topicsAtATime = 100;

export function createQueryIndex(lexicon: TermDictionary): QueryIndex {
  const texts = createNumberedTexts();
  const drawers = createPostings();
  // Topics under the hashes of solid words that no paper is known to have.
  const waiting = createHashTable();
  // Long texts are rare.
  const costOf = (key: number): number => 1 / lexicon.textOf(key >>> fieldBits).length;
  let references = new Int32Array(1 << 8);

  const isWaiting = (topic: number, hash: number): boolean => waiting.find(hash, (other) => other === topic) !== 0;
  const findKey = (kind: TermKind, text: string, field: TextField): number =>
    (lexicon.find(kind, text) << fieldBits) | fieldNumbers[field];
  const findSolid = (topic: number, stem: string, field: TextField): number =>
    isWaiting(topic, hashOf(stem)) ? 0 : findKey('stem', stem, field);
  const read = (topic: number) => {
    const keys: Keys = { keyOf: findKey, solidKeyOf: (stem, field) => findSolid(topic, stem, field) };
    return readClause(parseCanonical(texts.textOf(topic)), keys);
  };

  const put = (topic: number, root: TopicNode) => {
    const isKnown = remembering((stem) => lexicon.vocabulary.stems.numberOf(stem) !== 0);
    const { clause } = readClause(root, {
      keyOf: (...asked) => lexicon.use(...asked),
      solidKeyOf(stem, field) {
        if (isKnown(stem)) return lexicon.use('stem', stem, field);
        if (!isWaiting(topic, hashOf(stem))) waiting.add(hashOf(stem), topic);
        return 0;
      },
    });
    const slot = cheapestSlot(clause, costOf);
    if (slot === null) throw new Error(`The topic “${texts.textOf(topic)}” was not made by parseTopic.`);
    references = reaching(references, topic);
    references[topic] = drawers.file(topic, slot.keys, encodeBeyond(slot, clause));
  };
  /** Takes a topic out of its drawers, and tells the keys whose use is to be given back. */
  const remove = (topic: number, root: TopicNode): readonly number[] => {
    const keys: number[] = [];
    const awaited = new Set<number>();
    const noted = (key: number): number => keys[keys.push(key) - 1] ?? 0;
    readClause(root, {
      keyOf: (...asked) => noted(findKey(...asked)),
      solidKeyOf(stem, field) {
        if (!isWaiting(topic, hashOf(stem))) return noted(findKey('stem', stem, field));
        awaited.add(hashOf(stem));
        return 0;
      },
    });
    for (const hash of awaited) waiting.remove(hash, topic);
    drawers.takeOut(references[topic] ?? 0);
    return keys;
  };

  return {
    texts,
    drawers,
    file: (canonical, root) => put(texts.add(canonical), root),
    takeOut(topic) {
      for (const key of remove(topic, parseCanonical(texts.textOf(topic)))) lexicon.disuse(key);
      texts.remove(topic);
    },
    *meetStems(stems) {
      const { hashOfStem } = lexicon.vocabulary;
      const met = new Set(stems.flatMap((stem) => waiting.all(hashOfStem[stem] ?? 0)));
      let count = 0;
      for (const topic of met) {
        const root = parseCanonical(texts.textOf(topic));
        const before = remove(topic, root);
        put(topic, root);
        // Only now, so that no word is forgotten that is asked for again at once.
        for (const key of before) lexicon.disuse(key);
        if (++count % topicsAtATime === 0) yield;
      }
    },
    termsOf: (topic) => read(topic).terms,
  };
}

/** A canonical text parses to the very tree that it was printed from. */
function parseCanonical(canonical: string): TopicNode {
  const parsed = parseTopic(canonical);
  if (parsed.ok) return parsed.topic.root;
  throw new Error(`the topic “${canonical}” cannot be read again: ${parsed.error.message}`);
}

function remembering(decide: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const decided = known.get(text) ?? decide(text);
    known.set(text, decided);
    return decided;
  };
}
