import type { REST } from 'discord.js';
import type { Loss } from '../../store/losses.ts';
import type { Delivery } from '../../store/outbox.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { paperLinks } from '../rendering/layouts/part-links.ts';
import { count, listOf } from '../rendering/numbers.ts';
import { showDate } from '../rendering/time.ts';
import { type NoticeOutcome, notifyGuild } from './guild-notice.ts';

const reasonLength = 200;
/** How many papers are linked, so that the notice reads at a glance. */
const linksShown = 10;

/** Notifies a guild of the parts of a digest that did not arrive or may not have arrived, and links their papers. */
export const notifyLoss = (loss: Loss, rest: REST): Promise<NoticeOutcome> => {
  const { guildId, subscribers, deliveries } = loss;
  const key = `loss ${deliveries.map(({ id }) => id).join(' ')}`;
  return notifyGuild({ guildId, subscribers, key, content: (guildName) => noticeOf(loss, guildName) }, rest);
};

function noticeOf({ channelId, date, deliveries }: Loss, guildName: string | null): string {
  const server = guildName === null ? '' : ` (server **${escapeToFit(guildName, 150)}**)`;
  const digest = `the digest of ${showDate(date)} for <#${channelId}>${server}`;
  const dropped = deliveries.filter(({ state }) => state === 'dropped');
  const uncertain = deliveries.filter(({ state }) => state === 'uncertain');
  const leftOut = deliveries.flatMap((delivery) => delivery.leftOut);
  const lines = [
    ...(dropped.length === 0 ? [] : [`I could not post ${partsOf(dropped)} of ${digest}: ${reasonOf(dropped)}.`]),
    ...(leftOut.length === 0
      ? []
      : [
          `I left ${count(leftOut.length, 'paper')} out of ${digest}: Discord refuses ${leftOut.length === 1 ? 'it' : 'them'}.`,
        ]),
    ...(uncertain.length === 0
      ? []
      : [
          `I do not know whether ${partsOf(uncertain)} of ${digest} arrived: ${reasonOf(uncertain)}. I do not send twice what may have arrived.`,
        ]),
  ];
  const links = [...leftOut, ...[...dropped, ...uncertain].flatMap(({ payload }) => paperLinks(payload))];
  return [...lines, nextStep(links, uncertain.length > 0)].join('\n');
}

/** `message 2 of 3`, `messages 1 and 3 of 3` */
function partsOf(deliveries: readonly Delivery[]): string {
  const numbers = deliveries.map(({ part }) => String(part));
  return `${numbers.length === 1 ? 'message' : 'messages'} ${listOf(numbers)} of ${deliveries[0]?.parts}`;
}

const reasonOf = ([first]: readonly Delivery[]): string =>
  escapeToFit(first?.reason ?? 'Discord does not say why', reasonLength);

function nextStep(links: readonly string[], isUncertain: boolean): string {
  const shown = links.slice(0, linksShown).map((link) => `<${link}>`);
  const more = links.length > shown.length ? ` and ${links.length - shown.length} more` : '';
  if (shown.length === 0) return 'See what became of the digest with `/digest status`.';
  const isOne = links.length === 1;
  const what = isUncertain
    ? `Look for ${isOne ? 'this paper' : 'these papers'} in the channel, or read ${isOne ? 'it' : 'them'} here`
    : `Read the missing ${isOne ? 'paper' : 'papers'} here`;
  return `${what}: ${shown.join(' ')}${more}`;
}
