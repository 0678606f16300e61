import { join } from 'node:path';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { anyWordOf } from '../../src/topics/language/plain-words.ts';
import { matches } from '../../src/topics/matching/match.ts';
import { type PaperText, readPaper } from '../../src/topics/matching/paper-text.ts';
import { learnWords, raiseOf } from '../../src/topics/relevance/learned-words.ts';
import { relevance } from '../../src/topics/relevance/relevance.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { seededRandom } from '../../tools/random.ts';
import { type CapturedPaper, computerScience, paperOf, readJsonLines } from '../captures.ts';
import { readLabelledSets } from '../ranking/labelled-sets.ts';
import { averagePrecision, meanOf } from './measures.ts';

/** A topic with its papers, and those among them that its readers want. */
export interface MarkedScene {
  readonly kind: 'reviews' | 'interests';
  readonly topic: Topic;
  readonly papers: readonly PaperText[];
  readonly wanted: ReadonlySet<PaperText>;
}

/** Broad topics, of whose papers readers may want only those of one category. */
const broadTopics = [
  'llm OR "language model"',
  '"reinforcement learning"',
  'graph',
  'transformer',
  'benchmark',
  'diffusion',
  'robot',
];
/** An interest has this share of the papers of its topic, and at least this number of papers. */
const interest = { least: 0.04, most: 0.3, papers: 10 } as const;
const everyPaper = 12;

/** The systematic reviews, and interests in one category of a broad topic. */
export async function readMarkedScenes(folder: string): Promise<readonly MarkedScene[]> {
  const reviews = (await readLabelledSets(folder)).filter(({ name }) => name.startsWith('review'));
  return [
    ...reviews.flatMap(({ papers, queries }) =>
      queries.flatMap(({ query, grades }) => {
        const topic = anyWordOf(query);
        return topic === null ? [] : sceneOf('reviews', topic, papers, new Set(grades.keys()));
      }),
    ),
    ...interestsAmong(await readCategorized(join(folder, computerScience))),
  ];
}

const sceneOf = (
  kind: MarkedScene['kind'],
  topic: Topic,
  papers: readonly PaperText[],
  wanted: ReadonlySet<PaperText>,
): MarkedScene => ({ kind, topic, papers: papers.filter((paper) => matches(topic, paper)), wanted });

async function readCategorized(file: string): Promise<readonly PaperText[]> {
  const texts: PaperText[] = [];
  let number = 0;
  for await (const paper of readJsonLines<CapturedPaper>(file))
    if (number++ % everyPaper === 0) texts.push(readPaper(paperOf(paper)));
  return texts;
}

function interestsAmong(papers: readonly PaperText[]): readonly MarkedScene[] {
  return broadTopics.flatMap((text) => {
    const parsed = parseTopic(text);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const ofTopic = sceneOf('interests', parsed.topic, papers, new Set());
    const byCategory = Map.groupBy(ofTopic.papers, ({ paper }) => paper.categories[0] ?? '');
    return [...byCategory.values()].flatMap((some) => {
      const share = some.length / ofTopic.papers.length;
      const isOne = some.length >= interest.papers && share >= interest.least && share <= interest.most;
      return isOne ? { ...ofTopic, wanted: new Set(some) } : [];
    });
  });
}

const draws = 20;

/**
 * The average precision of later papers, after each number of marks, as a mean over draws. A random half of the
 * papers comes first. Readers mark the best of them that they are shown: more where they want it, and less elsewhere.
 */
export function measureMarks({ topic, papers, wanted }: MarkedScene, counts: readonly number[]): readonly number[] {
  const base = new Map(papers.map((paper) => [paper, relevance(topic, paper)]));
  const relevanceOf = (paper: PaperText): number => base.get(paper) ?? 0;
  const grade = (paper: PaperText): number => Number(wanted.has(paper));
  const precisions = Array.from({ length: draws }, (_, draw) => {
    const mixed = shuffle(papers, draw + 1);
    const later = mixed.slice(mixed.length >> 1);
    const shown = bestFirst(mixed.slice(0, mixed.length >> 1), relevanceOf);
    return counts.map((count) => {
      const marked = shown.slice(0, count).map((text) => ({ text, more: grade(text), less: 1 - grade(text) }));
      const learned = learnWords(topic, marked);
      const worthOf = (paper: PaperText): number =>
        relevanceOf(paper) * (learned === null ? 1 : raiseOf(learned, topic, paper));
      const ranked = bestFirst(later, worthOf);
      return averagePrecision([...ranked.keys()], ranked.map(grade));
    });
  });
  return counts.map((_, index) => meanOf(precisions.map((ofDraw) => ofDraw[index] ?? 0)));
}

function shuffle(papers: readonly PaperText[], seed: number): readonly PaperText[] {
  const random = seededRandom(seed);
  return bestFirst(papers, () => random());
}

function bestFirst(papers: readonly PaperText[], scoreOf: (paper: PaperText) => number): readonly PaperText[] {
  const scored = papers.map((paper) => ({ paper, score: scoreOf(paper) }));
  return scored.sort((one, other) => other.score - one.score).map(({ paper }) => paper);
}
