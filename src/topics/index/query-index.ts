import type { Meaning } from '../../meaning/meaning.ts';
import { parseCanonical } from '../language/parse.ts';
import { attribute } from '../matching/attributes.ts';
import type { Term, TextField, TopicNode } from '../topic.ts';
import type { AboutTopics } from './about-topics.ts';
import { cheapestRequirement, type Requirement, readClause, type TermResolver } from './clause.ts';
import { compileBeyond } from './compiled-query.ts';
import { reaching } from './growing.ts';
import { createHashTable, hashOf } from './hash-table.ts';
import { createNumberedTexts, type NumberedTexts } from './numbered-texts.ts';
import { createPostings, type Postings } from './postings.ts';
import { fieldBits, fieldNumbers, type TermDictionary, type TermKind } from './term-dictionary.ts';

/**
 * Topics by number, each filed under a term that it requires.
 * A compound that may stand for two words of a topic is left out until a paper has it, since hardly any of them ever
 * occurs: `graphneural`.
 */
export interface QueryIndex {
  /** Canonical texts. */
  readonly texts: NumberedTexts;
  readonly postings: Postings;
  /** Files a topic that is not there yet. */
  add(canonical: string, root: TopicNode): void;
  remove(topic: number): void;
  /** Files the topics again that waited for a word with one of these stems. Yields after a few. */
  fileForStems(stems: readonly number[]): Generator<void>;
  /** The terms of a topic that only their operators can decide. They are read again from its text. */
  operatorTermsOf(topic: number): readonly Term[];
}

const topicsAtATime = 100;

/** Long texts are rare, so a topic that requires one is cheap to file under it. */
const costIn =
  (dictionary: TermDictionary) =>
  (fieldTerm: number): number =>
    1 / dictionary.textOf(fieldTerm >>> fieldBits).length;

/** @param meaning the table that its topics were read with */
export function createQueryIndex(dictionary: TermDictionary, about: AboutTopics, meaning: Meaning): QueryIndex {
  const texts = createNumberedTexts();
  const postings = createPostings();
  // Topics that wait, under the hash of the compound's stem.
  const waiting = createHashTable();
  const costOf = costIn(dictionary);
  let references = new Int32Array(1 << 8);

  const isWaiting = (topic: number, hash: number): boolean => waiting.find(hash, (other) => other === topic) !== 0;
  const findFieldTerm = (kind: TermKind, text: string, field: TextField): number =>
    (dictionary.find(kind, text) << fieldBits) | fieldNumbers[field];
  const findCompound = (topic: number, stem: string, field: TextField): number =>
    isWaiting(topic, hashOf(stem)) ? 0 : findFieldTerm('stem', stem, field);
  const resolverOf = (topic: number): TermResolver => ({
    fieldTermOf: findFieldTerm,
    compoundTermOf: (stem, field) => findCompound(topic, stem, field),
  });

  const put = (topic: number, root: TopicNode) => {
    const isKnown = remembering((stem) => dictionary.vocabulary.stems.numberOf(stem) !== 0);
    const { clause, aboutTerms } = readClause(root, {
      fieldTermOf: (...asked) => dictionary.use(...asked),
      compoundTermOf(stem, field) {
        if (isKnown(stem)) return dictionary.use('stem', stem, field);
        if (!isWaiting(topic, hashOf(stem))) waiting.add(hashOf(stem), topic);
        return 0;
      },
    });
    const requirement = cheapestRequirement(clause, costOf);
    if (requirement === null)
      throw new Error(`The topic “${texts.textOf(topic)}” requires nothing, so parseTopic did not make it.`);
    about.add(topic, aboutTerms, isMetByAll(requirement, dictionary));
    references = reaching(references, topic);
    references[topic] = postings.add(topic, requirement.fieldTerms, compileBeyond(requirement, clause));
  };
  /** Removes a topic from its posting lists and returns the field terms whose use must be given back. */
  const remove = (topic: number, root: TopicNode): readonly number[] => {
    const fieldTerms: number[] = [];
    const awaited = new Set<number>();
    const noted = (fieldTerm: number): number => fieldTerms[fieldTerms.push(fieldTerm) - 1] ?? 0;
    readClause(root, {
      fieldTermOf: (...asked) => noted(findFieldTerm(...asked)),
      compoundTermOf(stem, field) {
        if (!isWaiting(topic, hashOf(stem))) return noted(findFieldTerm('stem', stem, field));
        awaited.add(hashOf(stem));
        return 0;
      },
    });
    for (const hash of awaited) waiting.remove(hash, topic);
    postings.remove(references[topic] ?? 0);
    about.remove(topic);
    return fieldTerms;
  };

  return {
    texts,
    postings,
    add: (canonical, root) => put(texts.add(canonical), root),
    remove(topic) {
      for (const fieldTerm of remove(topic, rootOf(texts.textOf(topic), meaning))) dictionary.disuse(fieldTerm);
      texts.remove(topic);
    },
    *fileForStems(stems) {
      const { hashOfStem } = dictionary.vocabulary;
      const found = new Set(stems.flatMap((stem) => waiting.all(hashOfStem[stem] ?? 0)));
      let count = 0;
      for (const topic of found) {
        const root = rootOf(texts.textOf(topic), meaning);
        const before = remove(topic, root);
        put(topic, root);
        // Not earlier, so that no term is forgotten only to be added again.
        for (const fieldTerm of before) dictionary.disuse(fieldTerm);
        if (++count % topicsAtATime === 0) yield;
      }
    },
    operatorTermsOf: (topic) => readClause(rootOf(texts.textOf(topic), meaning), resolverOf(topic)).terms,
  };
}

/** Whether every paper meets the requirement. */
const isMetByAll = ({ fieldTerms }: Requirement, dictionary: TermDictionary): boolean =>
  fieldTerms.some((fieldTerm) => fieldTerm >>> fieldBits === dictionary.find('attribute', attribute.paper));

/** A canonical text parses to the same tree that it was printed from. */
function rootOf(canonical: string, meaning: Meaning): TopicNode {
  const parsed = parseCanonical(canonical, meaning);
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
