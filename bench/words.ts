import { type Bench, type BenchSetting, createSeries, type Measurement } from './bench.ts';
import { captures } from './captures.ts';
import type { TrueForms } from './words/accepted-forms.ts';
import { missingFiles, type WordsCorpus, wordsCorpora } from './words/corpora.ts';
import { createJudge, type Judgement, ours } from './words/judge.ts';
import { comparedStemmers } from './words/stemmers.ts';
import { topicWords } from './words/topic-words.ts';
import { readTrueForms } from './words/true-forms.ts';

/** Shares of papers, in percent. */
const aims = { wrong: 1, missed: 2 } as const;
const worstShown = 15;

const aboutCorpus = (wanted: string): string => wordsCorpora.find(({ name }) => name === wanted)?.about ?? '';

export const wordsBench: Bench = {
  name: 'words',
  title: `what ${topicWords.length} topics of one word find, judged by lexical lists`,
  method: [
    'Wrong: of the papers that a topic finds, those that hold no true form of its word. Missed: of the papers that hold a',
    'true form, those that it does not find. The shares are weighted by papers; the mean over words counts each word alike.',
    `C is ${aboutCorpus('C')}; O is ${aboutCorpus('O')}; B is ${aboutCorpus('B')}.`,
    'The table of word forms was made from papers that include all of C and most of B, but none of O.',
    'Topics are read and matched as the bot does. Title and abstract are read. Stemmers get the words of the judge.',
    'True forms come from lists, form by form: the Hunspell dictionaries of American and British English (only plurals,',
    'verb forms and comparatives), irregular-plurals, english-plurals-list and english-verbs-irregular. Two spellings are one',
    'word if one dictionary alone lists one of them, and a British pattern ties it to a word of the other dictionary.',
    'Unlisted words inflect regularly (LLMs), or like the longest listed word at their end (preprocessing like processing).',
    'Nouns in -ing have a plural (embeddings). Words joined at a hyphen count as one word, too. Neither wrong nor missed:',
    'nouns in -s that are plurals of other nouns as well (semantics, works), unlisted verb forms of listed words (lensing of',
    'lens), and two words with a blank between them that are the solid word (data set).',
  ],
  runs: 1,
  measure,
};

async function measure({ data = captures, progress }: BenchSetting): Promise<readonly Measurement[]> {
  const formsOf = readTrueForms();
  const series = createSeries();
  for (const corpus of wordsCorpora) {
    const missing = missingFiles(corpus, data);
    if (missing.length > 0)
      progress(`skips ${corpus.name}: ${missing.join(', ')} is not in ${data}; --data names another folder`);
    else await measureCorpus(corpus, data, formsOf, series, progress);
  }
  return series.measurements();
}

type Series = ReturnType<typeof createSeries>;

async function measureCorpus(
  corpus: WordsCorpus,
  data: string,
  formsOf: (word: string) => TrueForms,
  series: Series,
  progress: BenchSetting['progress'],
): Promise<void> {
  progress(`${corpus.name}: ${corpus.about}`);
  const judge = createJudge(topicWords, formsOf, comparedStemmers);
  const papers = (await judge.judge(corpus.read(data))).toLocaleString('en');
  for (const [name, judgements] of judge.judgements()) {
    const shares = sharesOf(judgements);
    for (const kind of ['wrong', 'missed'] as const) {
      const aim = name === ours ? aims[kind] : undefined;
      series.add(`${corpus.name}, ${papers} papers: ${kind}, ${name}`, '%', shares[kind].ofPapers, aim);
      series.add(`  the mean over words: ${corpus.name}, ${kind}, ${name}`, '%', shares[kind].overWords, aim);
    }
  }
  for (const kind of ['wrong', 'missed'] as const) {
    for (const { what, share } of worstOf(kind, judge.judgements().get(ours) ?? [])) {
      series.add(`${corpus.name}, ${kind}: ${what}`, '%', share);
    }
  }
}

function sharesOf(judgements: readonly Judgement[]) {
  return {
    wrong: shareOf(judgements.map(({ wrong, found }) => ({ part: wrong, all: found }))),
    missed: shareOf(judgements.map(({ missed, true: all }) => ({ part: missed, all }))),
  };
}

function shareOf(counts: readonly { readonly part: number; readonly all: number }[]) {
  const asked = counts.filter(({ all }) => all > 0);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const shares = asked.map(({ part, all }) => percent(part, all));
  return {
    ofPapers: percent(sum(asked.map(({ part }) => part)), sum(asked.map(({ all }) => all))),
    overWords: shares.length === 0 ? 0 : sum(shares) / shares.length,
  };
}

/** The topics with the most wrong or missed papers for their size, with the words that these papers hold. */
function worstOf(kind: 'wrong' | 'missed', judgements: readonly Judgement[]) {
  return judgements
    .map((judgement, at) => {
      const all = kind === 'wrong' ? judgement.found : judgement.true;
      const words = topWords(kind === 'wrong' ? judgement.wrongWords : judgement.missedWords);
      return {
        what: `${topicWords[at]} (${words}; ${judgement[kind]} of ${all})`,
        share: percent(judgement[kind], all),
      };
    })
    .filter(({ share }) => share > 0)
    .toSorted((one, other) => other.share - one.share)
    .slice(0, worstShown);
}

const topWords = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([word]) => word)
    .join(', ');

const percent = (part: number, all: number): number => (all === 0 ? 0 : (100 * part) / all);
