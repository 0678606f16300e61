import type { Digest } from '../digests/digest.ts';
import type { Say } from '../language/say.ts';
import type { Instant } from '../ports.ts';
import { showCompleteness } from './completeness.ts';
import { digestNotes } from './digest-notes.ts';
import { bold, createReading, joined, plain, type Spans, textOf } from './spans.ts';

/** What stands around the papers of a digest outside of Discord. */
export interface DigestLines {
  readonly title: Spans;
  /** The number of papers and the topics, then the notes. */
  readonly head: readonly Spans[];
  /** How many papers were announced, how completely, and how to find those that are not shown. */
  readonly counts: Spans;
}

const limits = { topics: 250, topic: 60 };

export const digestLines = (digest: Digest, say: Say): DigestLines => ({
  title: plain(say('digest.postName', { day: say.date(digest.date) })),
  head: [shareOf(digest, say), ...digestNotes(digest, say, showTime).map((note) => createReading().read(note))],
  counts: countsOf(digest, say),
});

/** Nobody knows the zone of the readers. */
const showTime = (at: Instant): string => `${new Date(at).toISOString().slice(11, 16)} UTC`;

/** `The best 10 of 16 new papers on your topics: diffusion and robot` */
function shareOf({ matchedCount: n, items, topics: all }: Digest, say: Say): Spans {
  const { hold, read } = createReading();
  const topics = topicsOf(all, hold, say);
  const shown = items.length;
  if (shown >= n) return read(say('digest.all', { n, topics }));
  return read(shown === 1 ? say('digest.bestOne', { n, topics }) : say('digest.best', { n, topics, shown }));
}

function topicsOf(all: readonly string[], hold: (spans: Spans) => string, say: Say): string {
  const shown: string[] = [];
  let length = 0;
  for (const topic of all) {
    const spans = plain(topic, limits.topic);
    length += textOf(spans).length + 2;
    if (length > limits.topics) break;
    shown.push(hold(bold(spans)));
  }
  const rest = all.length - shown.length;
  const names = say.join(shown, 'names');
  const named = rest === 0 ? names : say('digest.topicsAndMore', { topics: names, n: rest });
  return all.length === 1 ? named : say('digest.yourTopics', { topics: named });
}

function countsOf({ announcedCount, matchedCount, items, notes }: Digest, say: Say): Spans {
  const n = matchedCount - items.length;
  const facts = [
    say('digest.announced', { n: announcedCount }),
    ...showCompleteness(notes?.counted ?? [], say),
    ...(n === 1 ? [say('digest.findOther')] : []),
    ...(n > 1 ? [say('digest.findOthers', { n })] : []),
  ];
  return joined(
    facts.map((fact) => createReading().read(fact)),
    ' · ',
  );
}
