import type { MeaningQuery } from '../../../meaning/meaning-query.ts';
import type { Paper, PaperId } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import type { NewsStatistics, StatisticsWindow } from '../../statistics.ts';
import type { Forecast, ForecastWindow, PaperPage, PaperSearch, ScoredNews } from '../../store.ts';
import { StoreError, type StoreErrorCode } from '../../store-error.ts';
import type { PaperAbout } from '../../vectors.ts';

/** The calls of the search thread, by verb: the arguments besides the topic, and the result. */
export interface SearchCalls {
  readonly searchPapers: { readonly given: Omit<PaperSearch, 'topic'>; readonly result: PaperPage };
  readonly nearestWord: { readonly given: null; readonly result: string | null };
  readonly forecast: { readonly given: ForecastWindow; readonly result: Forecast };
  readonly scoreNews: { readonly given: Omit<ForecastWindow, 'examples'>; readonly result: ScoredNews };
  readonly similarPapers: { readonly given: SimilarRequest; readonly result: readonly Paper[] | null };
  readonly newsStatistics: { readonly given: StatisticsRequest; readonly result: NewsStatistics };
  readonly papersAbout: { readonly given: AboutRequest; readonly result: readonly PaperAbout[] };
}

export interface SimilarRequest {
  readonly paper: PaperId;
  readonly limit: number;
}

/** Topics by their canonical texts. */
interface StatisticsRequest {
  readonly topics: readonly string[];
  readonly window: StatisticsWindow;
}

/** A text as the table of word vectors reads it. The thread does not need the table. */
export interface AboutRequest {
  readonly query: MeaningQuery;
  /** The version of that table. */
  readonly version: number;
  readonly limit: number;
  /** Only papers since this day. */
  readonly since: LocalDate | undefined;
}

export type SearchVerb = keyof SearchCalls;

/** Runs searches. Disposing ends it, and fails what is unanswered. */
export interface Searching extends AsyncDisposable {
  /**
   * @param topic its canonical text
   * @throws StoreError `search-failed`, `closed`
   */
  ask<Verb extends SearchVerb>(
    verb: Verb,
    topic: string,
    given: SearchCalls[Verb]['given'],
  ): Promise<SearchCalls[Verb]['result']>;
}

export const closed = (): StoreError =>
  new StoreError('closed', 'The store closed before the search ended. Start Paperboy again, then search again.');

/** A call as it is sent to the thread. */
export type SearchCall = {
  [Verb in SearchVerb]: {
    readonly verb: Verb;
    /**
     * The topic's canonical text; empty if the call is not about a topic. The thread parses it, because a text costs less
     * to send than a tree.
     */
    readonly topic: string;
    readonly given: SearchCalls[Verb]['given'];
  };
}[SearchVerb];

/** A message to the thread. Answers come in the order of the requests. */
export interface SearchRequest {
  readonly id: number;
  readonly call: SearchCall;
}

/** A message from the thread. */
export type SearchAnswer =
  | { readonly id: number; readonly result: SearchCalls[SearchVerb]['result'] }
  | { readonly id: number; readonly failure: { readonly code: StoreErrorCode; readonly message: string } };

/** The worker data of the thread. */
export interface SearchThreadData {
  /** The path of the file of SQLite, or the URL of PostgreSQL. */
  readonly place: string;
  /**
   * The table of word vectors, in memory that both threads share. The thread reads it with the first topic by meaning.
   * Null without one.
   */
  readonly table: Uint8Array | null;
}

/** A message that asks the thread to close its connection and end. */
export const closeRequest = 'close';
