import type { Say } from '../../language/say.ts';
import type { KnownDestination } from '../../store/destinations.ts';
import { customId, row, select } from './components.ts';
import { escapeToFit } from './escape.ts';
import type { Message } from './message.ts';

export interface ShownWebhooks {
  readonly channelId: string;
  readonly known: readonly KnownDestination[];
  /** A line above the list. */
  readonly notice?: string;
}

/** What the menu of webhooks does with the chosen one. */
export const slackSteps = ['remove', 'retry'] as const;

const reasonLength = 200;

/** `T012ABCDE/B012ABCDE/…`: the workspace and the number of a webhook, without its secret. */
export const maskedWebhook = (address: string): string => `${address.split('/').slice(-3, -1).join('/')}/…`;

/** The webhooks of a channel with what became of the last digest, and a menu for each that can be changed. */
export function slackList({ channelId, known, notice }: ShownWebhooks, say: Say): Message {
  const channel = `<#${channelId}>`;
  const above = notice === undefined ? [] : [notice, ''];
  if (known.length === 0) return { content: [...above, say('slack.none', { channel })].join('\n'), components: [] };
  const lines = known.map((one) => {
    const webhook = `\`${maskedWebhook(one.address)}\``;
    return `- ${say('slack.row', { webhook, state: stateOf(one, say) })}`;
  });
  const options = known.flatMap(({ id, address, blockedReason }) => {
    const webhook = maskedWebhook(address);
    const remove = { value: `remove ${id}`, label: say('slack.remove', { webhook }) };
    return blockedReason === null
      ? [remove]
      : [{ value: `retry ${id}`, label: say('slack.retry', { webhook }) }, remove];
  });
  return {
    content: [...above, say('slack.title', { channel }), ...lines].join('\n'),
    components: [row(select(customId('slack-step', channelId), say('slack.menu'), options))],
  };
}

function stateOf({ blockedReason, last }: KnownDestination, say: Say): string {
  if (blockedReason !== null) return say('slack.blocked', { reason: escapeToFit(blockedReason, reasonLength) });
  if (last === null) return say('slack.fresh');
  const [day, reason] = [say.date(last.date), escapeToFit(last.reason ?? '', reasonLength)];
  switch (last.state) {
    case 'sent':
      return say('slack.sent', { day });
    case 'uncertain':
    case 'dropped':
      return say(`slack.${last.state}`, { day, reason });
    default:
      return reason === '' ? say('slack.underWay', { day }) : say('slack.underWayBecause', { day, reason });
  }
}

/** One line for `/digest status`; none if the channel has no webhooks. */
export function slackLine(known: readonly KnownDestination[], say: Say): readonly string[] {
  const webhooks = known.filter(({ kind }) => kind === 'slack');
  if (webhooks.length === 0) return [];
  const unsure = webhooks.filter(({ last }) => last?.state === 'uncertain').length;
  const blocked = webhooks.filter(({ blockedReason }) => blockedReason !== null).length;
  return [say('slack.statusLine', { webhooks: webhooks.length, unsure, blocked })];
}
