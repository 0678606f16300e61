import type { Random } from '../../src/ports.ts';
import { at, type EncodedCorpus } from './encoded-corpus.ts';

/** Two texts of one paper: runs of the ids of the corpus. */
interface TextPair {
  readonly one: readonly [from: number, to: number];
  readonly other: readonly [from: number, to: number];
}

/** Draws pairs of texts that belong together. */
interface PairSampler {
  draw(): TextPair;
}

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

/** @param papers the papers with smaller numbers are drawn; the later ones are held back */
export function createPairSampler(corpus: EncodedCorpus, papers: number, random: Random): PairSampler {
  const firstRecent = Math.floor(papers * (1 - recentPart));
  const drawPaper = (): number => {
    const from = random() < recentShare ? firstRecent : 0;
    return from + Math.floor(random() * (papers - from));
  };
  const drawKind = (): (typeof kinds)[number] => {
    let rest = random();
    for (const kind of kinds) {
      rest -= kind.share;
      if (rest < 0) return kind;
    }
    return kinds[0];
  };
  return {
    draw() {
      for (;;) {
        const texts = textsOf(corpus, drawPaper());
        const kind = drawKind();
        if (texts.abstract - texts.title >= shortestSpan && texts.end - texts.abstract >= shortestAbstract) {
          return kind.pairOf(texts, random);
        }
      }
    },
  };
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
