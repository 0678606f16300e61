import { type Contradiction, explainContradiction, printOther, quotePart } from '../../topics/advice/contradiction.ts';
import type { Topic } from '../../topics/topic.ts';
import { escapeToFit } from './escape.ts';
import { showNumber } from './numbers.ts';

/** A likely misreading of a topic, and the topic that was probably meant instead. Counts are those of the forecast. */
export type TopicHint =
  | Impossible
  /** No stored paper has the word. */
  | (Counts & {
      readonly kind: 'unknown-word';
      readonly word: string;
      /** The stored word that takes its place, or null if the word is left out. */
      readonly nearest: string | null;
    })
  /** A list asks for all of its items. */
  | (Counts & { readonly kind: 'list' })
  /** Plain words that are probably meant as one sentence. */
  | (Counts & { readonly kind: 'sentence' })
  /** A sentence by meaning without quotation marks. */
  | (Counts & { readonly kind: 'open-sentence' })
  /** A word in capitals is a common word in small letters. */
  | (Counts & { readonly kind: 'acronym'; readonly word: string })
  /** One term cuts nearly everything away. */
  | (Counts & { readonly kind: 'narrow-term'; readonly term: string });

/** How many papers a topic finds. It is estimated from the newest days if there are too many to check. */
export interface HintCount {
  readonly papers: number;
  readonly isEstimate: boolean;
}

/** No paper can ever match. */
interface Impossible {
  readonly kind: 'impossible';
  readonly reason: Contradiction;
  /** Null if no topic is left without the other term. */
  readonly instead: Topic | null;
  /** Null if it was not counted. */
  readonly insteadCount: HintCount | null;
}

interface Counts {
  readonly matchedCount: number;
  readonly instead: Topic;
  readonly insteadCount: HintCount;
}

/**
 * The hint in one line, with both counts.
 * @param window `in the last 30 days`
 */
export function hintLine(hint: TopicHint, window: string): string {
  const found = showCount(hint.insteadCount);
  switch (hint.kind) {
    case 'impossible': {
      const why = explainContradiction(hint.reason, shown);
      const step = hint.insteadCount === null ? '' : ` Without ${shown(printOther(hint.reason))}: ${found} ${window}.`;
      return `**No paper can ever match**, because ${why}.${step}`;
    }
    case 'unknown-word': {
      const step = hint.nearest === null ? 'Without it' : `With ${shown(hint.nearest)}`;
      return `No stored paper has ${shown(hint.word)}, so this finds ${showNumber(hint.matchedCount)} ${window}. ${step}: ${found}.`;
    }
    case 'list':
      return `This finds papers with all of these: ${showNumber(hint.matchedCount)} ${window}. With any of them: ${found}.`;
    case 'sentence':
      return `As words, all of which a paper must have, this finds ${showNumber(hint.matchedCount)} ${window}. As one sentence, by its meaning: ${found}.`;
    case 'open-sentence':
      return `Only the first word is read by its meaning, because the sentence has no quotation marks: ${showNumber(hint.matchedCount)} ${window}. All of it as one sentence: ${found}.`;
    case 'acronym':
      return `${shown(hint.word)} also finds the word ${shown(hint.word.toLowerCase())}: ${showNumber(hint.matchedCount)} ${window}. With these capitals only: ${found}.`;
    default:
      return `This finds ${showNumber(hint.matchedCount)} ${window}, because of ${shown(hint.term)}. Without it: ${found}.`;
  }
}

/** The text of the button that changes the topic. */
export function hintLabel(hint: TopicHint): string {
  switch (hint.kind) {
    case 'impossible':
      return `Without ${printOther(hint.reason)}`;
    case 'unknown-word':
      return hint.nearest === null ? `Without ${hint.word}` : hint.nearest;
    case 'list':
      return 'Any of them';
    case 'sentence':
    case 'open-sentence':
      return 'By meaning';
    case 'acronym':
      return `=${hint.word}`;
    default:
      return `Without ${hint.term}`;
  }
}

const showCount = (count: HintCount | null): string =>
  count === null ? '' : `${count.isEstimate ? 'about ' : ''}${showNumber(count.papers)}`;

/** A part of a topic in a sentence. */
const shown = (part: string): string => quotePart(escapeToFit(part, 100));
