import type { Random } from '../../src/ports.ts';
import { at, type EncodedCorpus } from './encoded-corpus.ts';

/** Two texts of one paper: runs of the ids of the corpus. */
interface TextPair {
  readonly one: readonly [from: number, to: number];
  readonly other: readonly [from: number, to: number];
}

/** Draws pairs of texts that belong together, for one batch after the other. */
interface PairSampler {
  drawBatch(size: number): readonly TextPair[];
}

/**
 * That share of batches has papers of one category only. Its other papers are then harder to tell apart, and what is
 * learnt is more than the field.
 */
const categoryShare = 0.5;
/** Smaller categories have no batches of their own: the same paper would stand in a batch twice. */
const smallestCategory = 2000;

/** Of the papers that are drawn, the share that is recent, so that the words of these years are learnt. */
const recentShare = 0.3;
/** The last papers of the corpus count as recent: that share of them. */
const recentPart = 0.25;
/** How often each kind of pair is drawn. */
const kinds = [
  { share: 0.4, pairOf: titleWithAbstract },
  { share: 0.2, pairOf: halves },
  { share: 0.2, pairOf: titleWithLaterPart },
  { share: 0.2, pairOf: spanWithAbstract },
] as const;
const longestSpan = 4;
const shortestSpan = 2;
/** Shorter texts are not halved. */
const shortestAbstract = 12;

/** How many of the first papers are long enough for pairs. */
export const countDrawable = (corpus: EncodedCorpus, papers: number): number =>
  Array.from({ length: papers }, (_, paper) => textsOf(corpus, paper)).filter(hasPairs).length;

/** @param papers the papers with smaller numbers are drawn; the later ones are held back */
export function createPairSampler(corpus: EncodedCorpus, papers: number, random: Random): PairSampler {
  const all = Uint32Array.from({ length: papers }, (_, paper) => paper);
  const byCategory = Map.groupBy(all, (paper) => at(corpus.categories, paper));
  const categories = new Map(Array.from(byCategory, ([category, members]) => [category, Uint32Array.from(members)]));
  const drawGroup = (): Uint32Array => {
    if (random() >= categoryShare) return all;
    const group = categories.get(at(corpus.categories, Math.floor(random() * papers))) ?? all;
    return group.length < smallestCategory ? all : group;
  };
  return {
    drawBatch(size) {
      const group = drawGroup();
      return Array.from({ length: size }, () => drawPair(corpus, group, random));
    },
  };
}

/** @param group numbers of papers, ordered by date */
function drawPair(corpus: EncodedCorpus, group: Uint32Array, random: Random): TextPair {
  for (;;) {
    const from = random() < recentShare ? Math.floor(group.length * (1 - recentPart)) : 0;
    const texts = textsOf(corpus, at(group, from + Math.floor(random() * (group.length - from))));
    const { pairOf } = drawKind(random);
    if (hasPairs(texts)) return pairOf(texts, random);
  }
}

function drawKind(random: Random): (typeof kinds)[number] {
  let rest = random();
  for (const kind of kinds) {
    rest -= kind.share;
    if (rest < 0) return kind;
  }
  return kinds[0];
}

/** Where the texts of a paper start in the ids of the corpus, and where they end. */
interface Texts {
  readonly title: number;
  readonly abstract: number;
  readonly end: number;
}

const textsOf = ({ titleStarts, abstractStarts }: EncodedCorpus, paper: number): Texts => ({
  title: at(titleStarts, paper),
  abstract: at(abstractStarts, paper),
  end: at(titleStarts, paper + 1),
});

const hasPairs = ({ title, abstract, end }: Texts): boolean =>
  abstract - title >= shortestSpan && end - abstract >= shortestAbstract;

function titleWithAbstract({ title, abstract, end }: Texts): TextPair {
  return { one: [title, abstract], other: [abstract, end] };
}

function halves({ abstract, end }: Texts, random: Random): TextPair {
  const cut = abstract + Math.floor((end - abstract) * (0.35 + 0.3 * random()));
  return { one: [abstract, cut], other: [cut, end] };
}

function titleWithLaterPart({ title, abstract, end }: Texts, random: Random): TextPair {
  const from = abstract + Math.floor((end - abstract) * (0.2 + 0.5 * random()));
  return { one: [title, abstract], other: [from, end] };
}

function spanWithAbstract({ title, abstract, end }: Texts, random: Random): TextPair {
  const wanted = shortestSpan + Math.floor(random() * (longestSpan - shortestSpan + 1));
  const length = Math.min(wanted, abstract - title);
  const from = title + Math.floor(random() * (abstract - title - length + 1));
  return { one: [from, from + length], other: [abstract, end] };
}
