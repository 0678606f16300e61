import type { Destination } from '../digests/destination.ts';
import type { Digest } from '../digests/digest.ts';
import { ownerOf } from '../digests/personal-guild.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Instant } from '../ports.ts';
import { utcDate } from '../time.ts';
import { showCompleteness } from '../wording/completeness.ts';
import { digestNotes } from '../wording/digest-notes.ts';
import type { EmailContent } from './email-content.ts';
import { paperSection } from './paper-section.ts';
import { createReading, joined, link, type Phrase, plain, strong } from './phrase.ts';
import { writeHtml } from './write-html.ts';
import { writeText } from './write-text.ts';

/** The frozen email of a digest, as the outbox keeps it. */
export interface FrozenEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const topicLimits = { all: 250, one: 60 };

/**
 * The email of a digest for an address.
 * @param unsubscribeUrl where the reader ends it: a web address or a `mailto:` one
 */
export function composeEmail(digest: Digest, destination: Destination, unsubscribeUrl: string): FrozenEmail {
  const say = sayIn(digest.language ?? 'en');
  const email: EmailContent = {
    language: say.language,
    title: plain(say('digest.postName', { day: say.date(digest.date) })),
    head: [shareOf(digest, say), ...digestNotes(digest, say, showTime).map((note) => createReading().read(note))],
    papers: digest.items.map((item) => paperSection(item, digest.topics.length > 1, say)),
    counts: countsOf(digest, say),
    foot: footOf(destination, unsubscribeUrl, say),
  };
  return { subject: email.title.text, text: writeText(email), html: writeHtml(email) };
}

/** Nobody knows the zone of the reader. */
const showTime = (at: Instant): string => `${new Date(at).toISOString().slice(11, 16)} UTC`;

/** `The best 10 of 16 new papers on your topics: diffusion and robot` */
function shareOf({ matchedCount: n, items, topics: all }: Digest, say: Say): Phrase {
  const { hold, read } = createReading();
  const shown: string[] = [];
  let length = 0;
  for (const topic of all) {
    const phrase = plain(topic, topicLimits.one);
    length += phrase.text.length + 2;
    if (length > topicLimits.all) break;
    shown.push(hold(strong(phrase)));
  }
  const rest = all.length - shown.length;
  const names = say.join(shown, 'names');
  const named = rest === 0 ? names : say('digest.topicsAndMore', { topics: names, n: rest });
  const topics = all.length === 1 ? named : say('digest.yourTopics', { topics: named });
  if (items.length >= n) return read(say('digest.all', { n, topics }));
  return read(
    items.length === 1 ? say('digest.bestOne', { n, topics }) : say('digest.best', { n, topics, shown: items.length }),
  );
}

function countsOf({ announcedCount, matchedCount, items, notes }: Digest, say: Say): Phrase {
  const hidden = matchedCount - items.length;
  const facts = [
    say('digest.announced', { n: announcedCount }),
    ...showCompleteness(notes?.counted ?? [], say),
    ...(hidden === 1 ? [say('digest.findOther')] : []),
    ...(hidden > 1 ? [say('digest.findOthers', { n: hidden })] : []),
  ];
  return joined(
    facts.map((fact) => createReading().read(fact)),
    ' · ',
  );
}

function footOf({ guildId, channelId, userId, createdAt }: Destination, url: string, say: Say): readonly Phrase[] {
  const { hold, read } = createReading();
  const day = say.date(utcDate(createdAt));
  const isOwn = ownerOf(guildId) !== null;
  const channel = () =>
    hold(link(`https://discord.com/channels/${guildId}/${channelId}`, plain(say('mail.channelLink'))));
  const why = isOwn ? say('mail.whyOwn', { day }) : say('mail.why', { channel: channel(), user: userId, day });
  return [read(why), link(url, plain(say('mail.unsubscribe')))];
}
