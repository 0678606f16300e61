import type { REST } from 'discord.js';
import type { Say } from '../../language/say.ts';
import type { Loss } from '../../store/losses.ts';
import type { Delivery } from '../../store/outbox.ts';
import { wordReason } from '../rendering/block.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { paperLinks } from '../rendering/layouts/part-links.ts';
import { type NoticeOutcome, notifyGuild } from './guild-notice.ts';

const reasonLength = 200;
/** How many papers are linked, so that the notice reads at a glance. */
const linksShown = 10;

/** Notifies a guild of the parts of a digest that did not arrive or may not have arrived, and links their papers. */
export const notifyLoss = (loss: Loss, rest: REST): Promise<NoticeOutcome> => {
  const { guildId, subscribers, deliveries } = loss;
  const key = `loss ${deliveries.map(({ id }) => id).join(' ')}`;
  return notifyGuild({ guildId, subscribers, key, content: (guildName, say) => noticeOf(loss, guildName, say) }, rest);
};

function noticeOf({ channelId, date, deliveries }: Loss, guildName: string | null, say: Say): string {
  const values = { day: say.date(date), channel: `<#${channelId}>` };
  const digest =
    guildName === null
      ? say('notices.digest', values)
      : say('notices.digestOn', { ...values, server: escapeToFit(guildName, 150) });
  const dropped = deliveries.filter(({ state }) => state === 'dropped');
  const uncertain = deliveries.filter(({ state }) => state === 'uncertain');
  const leftOut = deliveries.flatMap((delivery) => delivery.leftOut);
  const lossOf = (lost: readonly Delivery[]) => ({
    digest,
    n: lost.length,
    parts: say.list(lost.map(({ part }) => String(part))),
    all: deliveries[0]?.parts ?? lost.length,
    reason: reasonOf(lost, say),
  });
  const lines = [
    ...(dropped.length === 0 ? [] : [say('notices.dropped', lossOf(dropped))]),
    ...(leftOut.length === 0 ? [] : [say('notices.leftOut', { n: leftOut.length, digest })]),
    ...(uncertain.length === 0 ? [] : [say('notices.uncertain', lossOf(uncertain))]),
  ];
  const links = [...leftOut, ...[...dropped, ...uncertain].flatMap(({ payload }) => paperLinks(payload))];
  return [...lines, nextStep(links, uncertain.length > 0, say)].join('\n');
}

const reasonOf = ([first]: readonly Delivery[], say: Say): string =>
  first?.reason == null ? say('notices.noReason') : escapeToFit(wordReason(first.reason, say), reasonLength);

function nextStep(links: readonly string[], isUncertain: boolean, say: Say): string {
  const shown = links.slice(0, linksShown).map((link) => `<${link}>`);
  if (shown.length === 0) return say('notices.seeStatus');
  const hidden = links.length - shown.length;
  const list = shown.join(' ');
  const papers = hidden === 0 ? list : say('notices.andMore', { list, n: hidden });
  return say(isUncertain ? 'notices.lookFor' : 'notices.read', { n: links.length, papers });
}
