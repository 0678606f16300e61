import type { Forecast, ForecastWindow, PaperPage, PaperSearch } from '../../store.ts';
import type { StoreErrorCode } from '../../store-error.ts';

/** What the search thread can be asked: by verb, what is given beside the topic, and what comes back. */
export interface SearchCalls {
  readonly searchPapers: { readonly given: Omit<PaperSearch, 'topic'>; readonly result: PaperPage };
  readonly forecast: { readonly given: ForecastWindow; readonly result: Forecast };
}

export type SearchVerb = keyof SearchCalls;

/** A call on its way to the thread. */
export type SearchCall = {
  [Verb in SearchVerb]: {
    readonly verb: Verb;
    /** The topic's canonical text, which the thread parses: a text costs less to send than a tree. */
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

/** What the thread is started with. */
export interface SearchThreadData {
  readonly databasePath: string;
}

/** Sent instead of a request: close the connection and end. */
export const closeRequest = 'close';
