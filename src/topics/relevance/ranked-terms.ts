import { memoByObject } from '../../memo.ts';
import { anything, type CandidateQuery } from '../matching/candidate-terms.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Term, Topic, TopicNode, WordTerm } from '../topic.ts';
import { isWordTerm } from '../topic.ts';
import { rarityOf } from '../words/rarity-table.ts';
import { stemWord } from '../words/stem.ts';

/** A term of a topic, with its weight in the relevance of papers. */
export interface RankedTerm {
  readonly term: Term;
  /** The rarity of its words together; 0 for a term that asks for no words. */
  readonly weight: number;
  /** The word of a term that is one word anywhere in title or abstract. Null for others. */
  readonly stem: string | null;
  /** What a paper needs in order to meet the term, in any spelling. Anything if it is the only term. */
  readonly required: CandidateQuery;
}

/** Two single words that stand next to each other in the topic, by their numbers among its terms. */
interface WordPair {
  readonly first: number;
  readonly second: number;
  readonly weight: number;
}

/** What a topic looks for in papers, without what it excludes. */
export interface RankedTerms {
  /** Each once. */
  readonly terms: readonly RankedTerm[];
  readonly pairs: readonly WordPair[];
  /** The weights of all terms together. */
  readonly weight: number;
}

/** How much a pair counts, as a share of the less rare of its words. */
const pairShare = 0.6;
/** The rarity of the words that a prefix begins, which are many. */
const prefixRarity = 4;

export const rankedTerms = (topic: Topic): RankedTerms => termsIn(topic.root);

const termsIn = memoByObject((root: TopicNode): RankedTerms => {
  const groups = wantedGroups(root);
  const wanted = groups.flat();
  const byText = new Map<string, RankedTerm>();
  for (const term of wanted) byText.set(JSON.stringify(term), rankTerm(term, wanted.length === 1));
  const keys = [...byText.keys()];
  const terms = [...byText.values()];
  return {
    terms,
    pairs: groups.flatMap((group) =>
      pairsIn(
        group.map((term) => keys.indexOf(JSON.stringify(term))),
        terms,
      ),
    ),
    weight: terms.reduce((sum, { weight }) => sum + weight, 0),
  };
});

/** The stems of all words that a topic asks for. */
export const topicStems = memoByObject(
  (topic: Topic): ReadonlySet<string> =>
    new Set(rankedTerms(topic).terms.flatMap(({ term }) => (isWordTerm(term) ? stemsOf(term) : []))),
);

/** The terms that are asked for. Those that stand in one group follow each other. */
function wantedGroups(node: TopicNode): readonly (readonly Term[])[] {
  switch (node.kind) {
    case 'all':
    case 'any': {
      const isGroup = (child: TopicNode) => child.kind === 'all' || child.kind === 'any';
      const own = node.nodes.filter((child): child is Term => !isGroup(child) && child.kind !== 'not');
      return [own, ...node.nodes.filter(isGroup).flatMap(wantedGroups)];
    }
    case 'not':
      return [];
    default:
      return [[node]];
  }
}

/** @param isOnly whether every match meets it, so that nothing can be ruled out sooner */
function rankTerm(term: Term, isOnly: boolean): RankedTerm {
  const isSingle = term.kind === 'text' && term.words.length === 1 && term.field === 'any';
  return {
    term,
    weight: isWordTerm(term) ? sumOfRarity(term) : 0,
    stem: isSingle ? (term.words[0]?.stem ?? null) : null,
    required: isOnly ? anything : operatorOf(term).require(term),
  };
}

const sumOfRarity = (term: WordTerm): number => {
  const beginning = term.kind === 'prefix' ? prefixRarity : 0;
  return stemsOf(term).reduce((sum, stem) => sum + rarityOf(stem), beginning);
};

function stemsOf(term: WordTerm): readonly string[] {
  switch (term.kind) {
    case 'text':
      return term.words.map(({ stem }) => stem);
    case 'exact':
      return term.forms.map(({ text }) => stemWord(text));
    case 'prefix':
      return term.stems;
    default:
      return term.groups.flat().map(({ stem }) => stem);
  }
}

/** @param numbers those of a group's terms, in the order of the topic */
function pairsIn(numbers: readonly number[], terms: readonly RankedTerm[]): readonly WordPair[] {
  return numbers.flatMap((second, index) => {
    const first = numbers[index - 1] ?? second;
    const [before, after] = [terms[first], terms[second]];
    if (first === second || !before?.stem || !after?.stem) return [];
    return [{ first, second, weight: pairShare * Math.min(before.weight, after.weight) }];
  });
}
