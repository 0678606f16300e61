import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isContentWord } from '../src/meaning/function-words.ts';
import { openMeaning } from '../src/meaning/meaning.ts';
import { prepareQuery, scorePaper } from '../src/meaning/meaning-query.ts';
import { shippedMeaning } from '../src/meaning/shipped-table.ts';
import { parseTopic } from '../src/topics/language/parse.ts';
import { matches } from '../src/topics/matching/match.ts';
import type { PaperText } from '../src/topics/matching/paper-text.ts';
import { coverPapers, writeCover } from '../src/topics/proposal/cover.ts';
import { findGivenTerms } from '../src/topics/proposal/given-terms.ts';
import type { Topic } from '../src/topics/topic.ts';
import { rarityOf } from '../src/topics/words/rarity-table.ts';
import { seededRandom } from '../tools/random.ts';
import { type Bench, type BenchSetting, createSeries, type Measurement } from './bench.ts';
import { captures } from './captures.ts';
import { type GivenSet, readAuthorSets, readSample, readSubjectSets } from './proposal/given-sets.ts';
import { arxivFiles } from './relevance/arxiv-papers.ts';

export const proposalBench: Bench = {
  name: 'proposal',
  title: 'what a topic finds that is proposed from papers, beside simpler topics',
  method: [
    'A random half of a set of papers is given, and the topic is proposed from it. “Found” is how many of the other half it',
    'finds, in percent. “A day” is how many papers of arXiv it would bring, by one in fifty of 314,000 papers.',
    'Authors: the papers of one author in a year of computer science. Subjects: the papers of two systematic reviews, and',
    'the 37 that a site shows for “weight modification”, in three draws.',
    'The floor is the three most frequent pairs of neighbouring words. Meaning is the sentence of the eight most telling words',
    'of the titles, with the strictness that brings as many papers a day as the proposed topic.',
  ],
  runs: 1,
  measure,
};

/** About what arXiv announces on a day. */
const papersADay = 1_100;
const draws = { authors: 1, subjects: 3 } as const;

async function measure({ data = captures, progress }: BenchSetting): Promise<readonly Measurement[]> {
  const missing = arxivFiles.filter((file) => !existsSync(join(data, file)));
  if (missing.length > 0) {
    progress(`measures nothing: ${missing.join(', ')} is not in ${data}; --data names another folder`);
    return [];
  }
  progress('reads the papers of arXiv');
  const sample = await readSample(data);
  const sets = [...(await readAuthorSets(data)), ...(await readSubjectSets(data))];
  const results = sets.flatMap((set, at) => {
    progress(`set ${at + 1} of ${sets.length}`);
    return Array.from({ length: draws[set.kind] }, (_, draw) => measureSet(set, draw + 1, sample));
  });
  return summarize(results);
}

interface Result {
  readonly kind: GivenSet['kind'];
  readonly found: Readonly<Record<'proposed' | 'floor' | 'meaning', number>>;
  readonly ofGiven: number;
  readonly perDay: Readonly<Record<'proposed' | 'floor', number>>;
}

function measureSet({ kind, papers }: GivenSet, seed: number, sample: readonly PaperText[]): Result {
  const [given, others] = halve(papers, seed);
  const days = sample.length / papersADay;
  const perDayOf = (topic: Topic): number => sample.filter((paper) => matches(topic, paper)).length / days;
  const proposed = propose(given, perDayOf);
  const floor = read(frequentPairs(given));
  const perDay = perDayOf(proposed);
  return {
    kind,
    found: {
      proposed: shareOf(proposed, others),
      floor: shareOf(floor, others),
      meaning: shareByMeaning(given, others, sample, Math.round(perDay * days)),
    },
    ofGiven: shareOf(proposed, given),
    perDay: { proposed: perDay, floor: perDayOf(floor) },
  };
}

function halve(papers: readonly PaperText[], seed: number): readonly [readonly PaperText[], readonly PaperText[]] {
  const random = seededRandom(seed);
  const shuffled = papers.map((paper) => ({ paper, place: random() })).sort((one, other) => one.place - other.place);
  const mixed = shuffled.map(({ paper }) => paper);
  const half = Math.ceil(mixed.length / 2);
  return [mixed.slice(0, half), mixed.slice(half)];
}

function propose(given: readonly PaperText[], perDayOf: (topic: Topic) => number): Topic {
  const steps = findGivenTerms(given);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const counted = step.value.map((term) => ({ ...term, perDay: perDayOf(read(term.text)) }));
  return read(writeCover(coverPapers(counted, given.length)));
}

function read(text: string): Topic {
  const parsed = parseTopic(text, openMeaning(true));
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.topic;
}

const shareOf = (topic: Topic, papers: readonly PaperText[]): number =>
  papers.filter((paper) => matches(topic, paper)).length / papers.length;

/** The three most frequent pairs of words that stand next to each other. */
function frequentPairs(given: readonly PaperText[]): string {
  const counts = new Map<string, number>();
  for (const { title, abstract } of given) {
    const pairs = new Set(
      [title, abstract].flatMap(({ tokens }) =>
        tokens.slice(1).flatMap((token, at) => {
          const before = tokens[at];
          const isPair =
            before !== undefined && token.gap !== 'other' && [before, token].every(({ stem }) => isContentWord(stem));
          return isPair ? [`"${before.text} ${token.text}"`] : [];
        }),
      ),
    );
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, one], [, other]) => other - one).slice(0, 3);
  return frequent.map(([pair]) => pair).join(' OR ');
}

const wordsOfSentence = 8;

/** The share that a sentence of the titles' words finds, at the strictness that this many papers of the sample reach. */
function shareByMeaning(
  given: readonly PaperText[],
  others: readonly PaperText[],
  sample: readonly PaperText[],
  wanted: number,
): number {
  const table = shippedMeaning();
  const query = prepareQuery(table, tellingStems(given));
  const scoreOf = (paper: PaperText): number => scorePaper(query, paper.meaningBy(table));
  const scores = sample.map(scoreOf).sort((one, other) => other - one);
  const line = scores[Math.max(0, wanted - 1)] ?? 0;
  return others.filter((paper) => scoreOf(paper) >= line).length / others.length;
}

function tellingStems(given: readonly PaperText[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { title } of given) {
    const stems = new Set(
      title.tokens.map(({ stem }) => stem).filter((stem) => isContentWord(stem) && /\p{L}/u.test(stem)),
    );
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const telling = [...counts].sort(([one, count], [other, more]) => more * rarityOf(other) - count * rarityOf(one));
  return telling.slice(0, wordsOfSentence).map(([stem]) => stem);
}

function summarize(results: readonly Result[]): readonly Measurement[] {
  const series = createSeries();
  for (const [kind, some] of Map.groupBy(results, (result) => result.kind)) {
    const mean = (figureOf: (result: Result) => number) =>
      some.reduce((sum, one) => sum + figureOf(one), 0) / some.length;
    series.add(`${kind}: found by the proposed topic`, '%', 100 * mean(({ found }) => found.proposed));
    series.add(`  ${kind}: found of the given half`, '%', 100 * mean(({ ofGiven }) => ofGiven));
    series.add(
      `  ${kind}: papers a day`,
      '/day',
      mean(({ perDay }) => perDay.proposed),
      { atMost: 5 },
    );
    series.add(`${kind}: found by meaning, as many a day`, '%', 100 * mean(({ found }) => found.meaning));
    series.add(`${kind}: found by the floor`, '%', 100 * mean(({ found }) => found.floor));
    series.add(
      `  ${kind}: papers a day by the floor`,
      '/day',
      mean(({ perDay }) => perDay.floor),
    );
  }
  return series.measurements();
}
