import { memoByObject } from '../../memo.ts';
import type { MeaningReason, Place } from '../operators/operator.ts';
import type { Token } from '../words/tokens.ts';
import type { FieldText } from './paper-text.ts';

/** The words of a paper that carried its score for a sentence. */
export interface Carriers {
  /**
   * As they stand in the text, the strongest first: at most five words, those side by side together. Empty if no word
   * alone is near the sentence.
   */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly title: readonly Place[];
  readonly abstract: readonly Place[];
}

export const carriersOf = memoByObject(({ term, text }: MeaningReason): Carriers => {
  const { title, abstract } = text;
  const carrying = term.subject.wordsOf([...title.tokens, ...abstract.tokens]).map(({ stem }) => stem);
  const stems = new Set(carrying);
  const runs = [
    ...runsIn(title.tokens, stems).map((run) => wordsAt(text.paper.title, run)),
    ...runsIn(abstract.tokens, stems).map((run) => wordsAt(text.paper.abstract, run)),
  ];
  return {
    words: choose(carrying, runs),
    stems: carrying,
    title: placesOf(title, stems),
    abstract: placesOf(abstract, stems),
  };
});

/** Where words with these stems stand. */
export const placesOf = ({ tokens }: FieldText, stems: ReadonlySet<string>): readonly Place[] =>
  tokens.filter(({ stem }) => stems.has(stem)).map(({ start, end }) => ({ start, end }));

type Run = readonly Token[];

/** The words with these stems, those side by side together. No run has a stem twice. */
function runsIn(tokens: readonly Token[], stems: ReadonlySet<string>): readonly Run[] {
  const runs: Token[][] = [];
  let last: Token | undefined;
  for (const token of tokens) {
    if (stems.has(token.stem)) {
      const run = runs.at(-1);
      const isNext = last !== undefined && run?.at(-1) === last && token.gap !== 'other';
      if (isNext && !run?.some(({ stem }) => stem === token.stem)) run?.push(token);
      else runs.push([token]);
    }
    last = token;
  }
  return runs;
}

const wordsAt = (text: string, run: Run) => ({
  stems: run.map(({ stem }) => stem),
  words: text.slice(run[0]?.start, run.at(-1)?.end).replaceAll(/\s+/g, ' '),
});

/** For each stem that is not shown yet, the run with the most stems that are not shown yet; the first of such runs. */
function choose(carrying: readonly string[], runs: readonly ReturnType<typeof wordsAt>[]): readonly string[] {
  const shown = new Set<string>();
  const chosen: string[] = [];
  for (const stem of carrying) {
    if (shown.has(stem)) continue;
    const fitting = runs.filter((run) => run.stems.includes(stem) && !run.stems.some((each) => shown.has(each)));
    const best = fitting.reduce((one, run) => (run.stems.length > one.stems.length ? run : one), {
      stems: [] as readonly string[],
      words: '',
    });
    for (const each of best.stems) shown.add(each);
    if (best.words !== '') chosen.push(best.words);
  }
  return chosen;
}
