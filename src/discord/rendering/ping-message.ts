import { readLanguageName } from '../../language/names.ts';
import { sayIn } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import type { ReadyPingNotice } from '../../store/pings.ts';
import { paperUrl } from '../../wording/paper-url.ts';
import { digestReference } from './digest-messages.ts';
import { escapeToFit } from './escape.ts';
import { holdsPaper } from './layouts/part-links.ts';
import { messageLimits } from './message-limits.ts';
import { linkToDelivery } from './message-link.ts';

const titleLength = 90;

/**
 * The message that pings people for papers. In the channel: a line for each paper with its people. By direct message: a
 * line for each paper, which links the message of the digest. Its last line has the reference, as in a digest.
 */
export function pingMessage(notice: ReadyPingNotice): string {
  const { people, papers, channelId, nonce, way, language } = notice;
  const say = sayIn(readLanguageName(language));
  const ids = [...new Set(people.flatMap((person) => person.papers))];
  const of = (id: string): string =>
    people
      .filter((person) => person.papers.includes(id))
      .map(({ userId }) => `<@${userId}>`)
      .join(' ');
  const found = ids.flatMap((id) => papers.get(id) ?? []);
  const line = (paper: Paper): string =>
    way === 'mention' ? `${of(paper.id)}: ${nameOf(paper)}` : `${nameOf(paper)} · ${linkTo(paper, notice)}`;
  const head = way === 'mention' ? [] : [say('pings.noticeTitle', { channel: `<#${channelId}>` })];
  // Code in small print would stand out.
  const foot = `-# ${say('pings.noticeFoot').replaceAll('`', '')} · ${digestReference(nonce)}`;
  const showMore = (n: number): string => say('pings.noticeMore', { n });
  // Everybody is named, also where not all of their papers fit.
  const everybody = way === 'mention' ? people.map(({ userId }) => `<@${userId}>`).join(' ') : '';
  const fixed = [...head, foot].join('\n').length + everybody.length + showMore(found.length).length + 3;
  const lines = fitting(found.map(line), messageLimits.content - fixed);
  const rest = found.length - lines.length;
  const unnamed = people.filter(({ userId }) => !lines.some((text) => text.includes(`<@${userId}>`)));
  const more =
    rest === 0
      ? []
      : [[...(way === 'mention' ? unnamed.map(({ userId }) => `<@${userId}>`) : []), showMore(rest)].join(' ')];
  return [...head, ...lines, ...more, foot].join('\n');
}

const nameOf = (paper: Paper): string => `[${escapeToFit(paper.title, titleLength)}](<${paperUrl(paper)}>)`;

/** The message of the digest that has the paper, or the first one. */
function linkTo(paper: Paper, { guildId, deliveries }: ReadyPingNotice): string {
  const sent = deliveries.filter(({ messageId }) => messageId !== null);
  const holding = sent.find(({ payload }) => holdsPaper(payload, paper)) ?? sent[0];
  return (holding && linkToDelivery(holding, guildId)) ?? '';
}

function fitting(lines: readonly string[], room: number): readonly string[] {
  let left = room;
  const end = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}
