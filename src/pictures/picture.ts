/** A picture as data: what it shows, in words and numbers of its reader's language. */
export interface Picture {
  readonly title: string;
  readonly subtitle: string;
  readonly panels: readonly Panel[];
}

/** A number for each day of a window, oldest first, as bars. */
export interface DaysPanel {
  readonly kind: 'days';
  readonly title: string;
  /** Stands at the right of the title: `6.2 a day`. */
  readonly note: string;
  readonly values: readonly number[];
  /** The first and the last day. */
  readonly ends: readonly [first: string, last: string];
}

/** The same days for several topics, a row of small bars for each. The rows have one scale. */
export interface TopicsPanel {
  readonly kind: 'topics';
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly note: string; readonly values: readonly number[] }[];
  readonly ends: readonly [first: string, last: string];
}

/** A level over time, as a line with its area. */
export interface AreaPanel {
  readonly kind: 'area';
  readonly title: string;
  readonly note: string;
  readonly values: readonly number[];
  readonly ends: readonly [first: string, last: string];
}

/** Named numbers, the largest first. */
export interface RanksPanel {
  readonly kind: 'ranks';
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly shown: string }[];
}

/** Papers with how their upvotes grew, a row for each. */
export interface TrendsPanel {
  readonly kind: 'trends';
  readonly rows: readonly {
    readonly label: string;
    /** What is known of the growth: `+35 in 24 hours`. */
    readonly note: string;
    /** How much it grew, which a bar shows. */
    readonly gained: number;
    /** The gains of equal pieces of time, oldest first; empty where they are not known. */
    readonly gains: readonly number[];
  }[];
}

export type Panel = DaysPanel | TopicsPanel | AreaPanel | RanksPanel | TrendsPanel;
