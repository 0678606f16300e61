import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { Topic } from '../topics/topic.ts';
import type { Indexing } from './search-index.ts';

/** Verbs that count the news of some weeks. */
export interface StatisticsVerbs {
  /**
   * How many papers became news on each day of the window, for each topic, and which categories and authors most of them
   * have. Without topics, all papers are counted.
   */
  newsStatistics(topics: readonly Topic[], window: StatisticsWindow): Promise<NewsStatistics>;
}

export interface StatisticsWindow {
  readonly now: Instant;
  readonly days: number;
  /** How many categories and authors are named at most. */
  readonly named: number;
}

export interface NewsStatistics {
  /**
   * The days in a row that are counted, oldest first: from the first one of the window that has news, or that can be
   * counted, to the last. If too many papers have to be read one by one, only the newest days can be.
   */
  readonly days: readonly LocalDate[];
  /** Whether earlier days of the window have news that is not counted. */
  readonly isPart: boolean;
  /** How many of the days have news at all. */
  readonly daysCovered: number;
  /** For each topic, how many papers became news on each of the days. One list where there is no topic. */
  readonly perTopic: readonly (readonly number[])[];
  /** How many papers match one of the topics or more. */
  readonly papers: number;
  /** Primary categories, the most frequent first. */
  readonly categories: readonly NamedCount[];
  readonly authors: readonly NamedCount[];
  /** How far the search index is, if papers of the window are not in it yet. */
  readonly indexing?: Indexing;
}

/** How many papers have a category or an author. */
export interface NamedCount {
  readonly name: string;
  readonly papers: number;
}
