import { emailLimits } from '../../digests/destination.ts';
import type { Say } from '../../language/say.ts';
import type { KnownDestination } from '../../store/destinations.ts';
import { customId, row, select } from './components.ts';
import { escapeToFit } from './escape.ts';
import type { Message } from './message.ts';

export interface ShownAddresses {
  readonly channelId: string;
  readonly known: readonly KnownDestination[];
  /** A line above the list. */
  readonly notice?: string;
}

/** What the menu of addresses does with the chosen one. */
export const emailSteps = ['remove', 'retry'] as const;

/** Five addresses fit into a message, with their reasons. */
const addressLength = 100;
const reasonLength = 100;
const labelLength = 60;

/** The addresses of a channel with what became of the last email, and a menu for each that can be changed. */
export function emailList({ channelId, known, notice }: ShownAddresses, say: Say): Message {
  const channel = `<#${channelId}>`;
  const above = notice === undefined ? [] : [notice, ''];
  if (known.length === 0) return { content: [...above, say('mail.none', { channel })].join('\n'), components: [] };
  const lines = known.slice(0, emailLimits.addresses).map((one) => {
    const address = escapeToFit(one.address, addressLength);
    return `- ${say('mail.row', { address, state: stateOf(one, say) })}`;
  });
  const options = known.flatMap(({ id, address, blockedReason }) => [
    ...(blockedReason === null
      ? []
      : [{ value: `retry ${id}`, label: say('mail.retry', { address: shortened(address) }) }]),
    { value: `remove ${id}`, label: say('mail.remove', { address: shortened(address) }) },
  ]);
  return {
    content: [...above, say('mail.title', { channel }), ...lines].join('\n'),
    components: [row(select(customId('email-step', channelId), say('mail.menu'), options))],
  };
}

const shortened = (address: string): string =>
  address.length <= labelLength ? address : `${address.slice(0, labelLength - 1)}…`;

function stateOf({ blockedReason, last }: KnownDestination, say: Say): string {
  if (blockedReason !== null) return say('mail.blocked', { reason: escapeToFit(blockedReason, reasonLength) });
  if (last === null) return say('mail.fresh');
  const [day, reason] = [say.date(last.date), escapeToFit(last.reason ?? '', reasonLength)];
  switch (last.state) {
    case 'sent':
      return say('mail.sent', { day });
    case 'uncertain':
    case 'dropped':
      return say(`mail.${last.state}`, { day, reason });
    default:
      return reason === '' ? say('mail.underWay', { day }) : say('mail.underWayBecause', { day, reason });
  }
}

/** One line for `/digest status`; none if the channel has no addresses. */
export function emailLine(known: readonly KnownDestination[], say: Say): readonly string[] {
  const emails = known.filter(({ kind }) => kind === 'mail');
  if (emails.length === 0) return [];
  const unsure = emails.filter(({ last }) => last?.state === 'uncertain').length;
  const blocked = emails.filter(({ blockedReason }) => blockedReason !== null).length;
  return [say('mail.statusLine', { addresses: emails.length, unsure, blocked })];
}
