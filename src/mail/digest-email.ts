import type { Destination } from '../digests/destination.ts';
import type { Digest } from '../digests/digest.ts';
import { ownerOf } from '../digests/personal-guild.ts';
import { type Say, sayIn } from '../language/say.ts';
import { utcDate } from '../time.ts';
import { digestLines } from '../wording/digest-lines.ts';
import { paperLines } from '../wording/paper-lines.ts';
import { createReading, link, plain, type Spans, textOf } from '../wording/spans.ts';
import type { EmailContent } from './email-content.ts';
import { writeHtml } from './write-html.ts';
import { writeText } from './write-text.ts';

/** The frozen email of a digest, as the outbox keeps it. */
export interface FrozenEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The most characters of a paper's text. */
const textLength = 400;

/**
 * The email of a digest for an address.
 * @param unsubscribeUrl where the reader ends it: a web address or a `mailto:` one
 */
export function composeEmail(digest: Digest, destination: Destination, unsubscribeUrl: string): FrozenEmail {
  const say = sayIn(digest.language ?? 'en');
  const namesTopics = digest.topics.length > 1;
  const email: EmailContent = {
    language: say.language,
    ...digestLines(digest, say),
    papers: digest.items.map((item) => paperLines(item, { namesTopics, textLength, say })),
    foot: footOf(destination, unsubscribeUrl, say),
  };
  return { subject: textOf(email.title), text: writeText(email), html: writeHtml(email) };
}

function footOf({ guildId, channelId, userId, createdAt }: Destination, url: string, say: Say): readonly Spans[] {
  const { hold, read } = createReading();
  const day = say.date(utcDate(createdAt));
  const isOwn = ownerOf(guildId) !== null;
  const channel = () =>
    hold(link(`https://discord.com/channels/${guildId}/${channelId}`, plain(say('mail.channelLink'))));
  const why = isOwn ? say('mail.whyOwn', { day }) : say('mail.why', { channel: channel(), user: userId, day });
  return [read(why), link(url, plain(say('mail.unsubscribe')))];
}
