import { cooperate } from '../cooperate.ts';
import type { GivenPaper } from '../papers/given-paper.ts';
import { noExtras, type Paper, unlisted } from '../papers/paper.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { parseTopic } from '../topics/language/parse.ts';
import { readPaper } from '../topics/matching/paper-text.ts';
import { coverPapers, writeCover } from '../topics/proposal/cover.ts';
import { findGivenTerms, type GivenTerm } from '../topics/proposal/given-terms.ts';

export interface ProposalTools {
  readonly store: Pick<Store, 'paper' | 'forecast' | 'meaning'>;
  readonly clock: Clock;
}

/** A topic made from papers that somebody gave. */
export interface TopicProposal {
  /** The text of the topic. Null if the papers have nothing in common. */
  readonly topic: string | null;
  /** The given papers, with all that the store knows of them. */
  readonly papers: readonly Paper[];
}

/** Words are counted in the papers of the last days. */
const windowDays = 30;
/** How many papers a day all sources announce about, which is taken where none are stored. */
const usualPerDay = 1_100;

/** Proposes the topic that finds most of the given papers within a volume that people can read. */
export async function proposeTopic(given: readonly GivenPaper[], tools: ProposalTools): Promise<TopicProposal> {
  const papers: Paper[] = [];
  for (const paper of given) papers.push(await asStored(paper, tools.store));
  const terms = await cooperate(findGivenTerms(papers.map(readPaper)));
  const counted = [];
  for (const term of terms) counted.push({ ...term, perDay: await volumeOf(term, tools) });
  const cover = coverPapers(
    counted.filter(({ perDay }) => Number.isFinite(perDay)),
    given.length,
  );
  const parsed = parseTopic(writeCover(cover), tools.store.meaning);
  return { topic: parsed.ok ? parsed.topic.canonical : null, papers };
}

/** The paper as the store knows it, or as it was given. */
async function asStored(given: GivenPaper, store: Pick<Store, 'paper'>): Promise<Paper> {
  for (const id of given.ids) {
    const stored = await store.paper(id);
    if (stored !== null) return stored;
  }
  return {
    id: given.ids[0] ?? '',
    version: null,
    title: given.title,
    abstract: given.abstract ?? '',
    authors: given.authors,
    categories: [],
    describedBy: '',
    publishedAt: null,
    doi: null,
    journalReference: null,
    comment: null,
    ...unlisted,
    extras: noExtras,
  };
}

/** How many papers a day the term brings, or would by its rarity if no papers are stored. Infinite if it cannot be read. */
async function volumeOf({ text, rarity }: GivenTerm, { store, clock }: ProposalTools): Promise<number> {
  const parsed = parseTopic(text, store.meaning);
  if (!parsed.ok) return Number.POSITIVE_INFINITY;
  const forecast = await store.forecast(parsed.topic, { now: clock(), days: windowDays, examples: 0 });
  return forecast.daysCovered === 0 ? usualPerDay * Math.exp(-rarity) : forecast.papersPerDay;
}
