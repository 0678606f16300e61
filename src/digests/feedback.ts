import { memoByPair } from '../memo.ts';
import type { Paper } from '../papers/paper.ts';
import { matches } from '../topics/matching/match.ts';
import { type PaperText, readPaper } from '../topics/matching/paper-text.ts';
import { type LearnedWords, learnWords, raiseOf } from '../topics/relevance/learned-words.ts';
import type { Topic } from '../topics/topic.ts';

/** A paper of a channel's digests that people there marked. */
export interface MarkedPaper {
  readonly paper: Paper;
  /** How many people want more papers like it. */
  readonly more: number;
  /** How many people want fewer. */
  readonly less: number;
}

/** What a channel said about the papers of its digests. It only moves papers: all that match stay. */
export interface Feedback {
  /** The marked papers. */
  readonly texts: readonly PaperText[];
  /** What the marks on papers of the topic say; null if there are none. */
  learnedOf(topic: Topic): LearnedWords | null;
  /** Learns what marks say about the topic, in small steps. Without it, the first answer for a topic takes longer. */
  learn(topic: Topic): Generator<void>;
  /** How the marks move a paper in the topic; null if there are none. It is remembered. */
  moveOf(topic: Topic, text: PaperText): Move | null;
}

/** How marks move a paper. */
export interface Move {
  /** How many marks there are on papers of the topic. */
  readonly marks: number;
  /** How many times they raise it. Below 1, they lower it. */
  readonly raise: number;
}

/** How many moves of papers are remembered. */
const movesRemembered = 5_000;

/** The feedback of a channel. A mark counts for each topic that its paper matches, so that a changed topic keeps it. */
export function createFeedback(marked: readonly MarkedPaper[]): Feedback {
  const texts = marked.map(({ paper, more, less }) => ({ text: readPaper(paper), more, less }));
  // By the canonical text, because a topic may be parsed again.
  const known = new Map<string, LearnedWords | null>();
  function* learn(topic: Topic): Generator<void> {
    if (known.has(topic.canonical)) return;
    const ofTopic: typeof texts = [];
    for (const mark of texts) {
      if (matches(topic, mark.text)) ofTopic.push(mark);
      yield;
    }
    known.set(topic.canonical, learnWords(topic, ofTopic));
  }
  function learnedOf(topic: Topic): LearnedWords | null {
    learn(topic).toArray();
    return known.get(topic.canonical) ?? null;
  }
  const move = memoByPair(
    movesRemembered,
    ({ topic, text }: { readonly topic: Topic; readonly text: PaperText }) => [text, topic.canonical],
    ({ topic, text }) => {
      const learned = learnedOf(topic);
      return learned === null ? null : { marks: learned.marks, raise: raiseOf(learned, topic, text) };
    },
  );
  return { texts: texts.map(({ text }) => text), learnedOf, learn, moveOf: (topic, text) => move({ topic, text }) };
}
