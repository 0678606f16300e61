import type { Say } from '../../language/say.ts';
import { type Contradiction, printOther } from '../../topics/advice/contradiction.ts';
import { printTopic } from '../../topics/language/print.ts';
import type { Topic } from '../../topics/topic.ts';
import { escapeToFit } from './escape.ts';

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
export function hintLine(hint: TopicHint, window: string, say: Say): string {
  if (hint.kind === 'impossible') return impossibleLine(hint, window, say);
  const counts = { n: hint.matchedCount, window, found: showCount(hint.insteadCount, say) };
  switch (hint.kind) {
    case 'unknown-word': {
      const word = shown(hint.word, say);
      if (hint.nearest === null) return say('hints.unknownWord', { ...counts, word });
      return say('hints.unknownWordNear', { ...counts, word, nearest: shown(hint.nearest, say) });
    }
    case 'list':
      return say('hints.list', counts);
    case 'sentence':
      return say('hints.sentence', counts);
    case 'open-sentence':
      return say('hints.openSentence', counts);
    case 'acronym':
      return say('hints.acronym', {
        ...counts,
        word: shown(hint.word, say),
        small: shown(hint.word.toLowerCase(), say),
      });
    default:
      return say('hints.narrow', { ...counts, term: shown(hint.term, say) });
  }
}

function impossibleLine({ reason, insteadCount }: Impossible, window: string, say: Say): string {
  const wanted = shown(printTopic(reason.wanted), say);
  const other = shown(printOther(reason), say);
  const why = say(reason.isExcluded ? 'hints.excludes' : 'hints.notBoth', { wanted, other });
  if (insteadCount === null) return say('hints.impossible', { why });
  return say('hints.impossibleWithout', { why, other, found: showCount(insteadCount, say), window });
}

/** The text of the button that changes the topic. */
export function hintLabel(hint: TopicHint, say: Say): string {
  switch (hint.kind) {
    case 'impossible':
      return say('hints.without', { term: printOther(hint.reason) });
    case 'unknown-word':
      return hint.nearest ?? say('hints.without', { term: hint.word });
    case 'list':
      return say('hints.any');
    case 'sentence':
    case 'open-sentence':
      return say('hints.byMeaning');
    case 'acronym':
      return `=${hint.word}`;
    default:
      return say('hints.without', { term: hint.term });
  }
}

const showCount = ({ papers, isEstimate }: HintCount, say: Say): string =>
  isEstimate ? say('hints.about', { n: papers }) : say.number(papers);

/** A part of a topic in a sentence. A phrase has its own quotation marks. */
function shown(part: string, say: Say): string {
  const escaped = escapeToFit(part, 100);
  return escaped.startsWith('"') ? escaped : say('hints.quoted', { part: escaped });
}
