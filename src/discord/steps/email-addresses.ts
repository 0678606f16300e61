import { emailLimits } from '../../digests/destination.ts';
import type { Say } from '../../language/say.ts';
import type { EmailAddresses } from '../../use-cases/email-addresses.ts';
import { UserError } from '../errors.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import { privately, type Reply } from '../interactions/reply.ts';
import { emailList } from '../rendering/email-list.ts';
import { escapeToFit } from '../rendering/escape.ts';
import type { Message } from '../rendering/message.ts';
import { sayInChannel } from './channel-language.ts';

/** How much of an address is shown, in characters. */
const addressLength = 260;
const reasonLength = 300;

const shown = (address: string): string => `**${escapeToFit(address, addressLength)}**`;

/** @throws UserError if the host has not turned emails on */
function emailsOf({ services }: CommandContext): EmailAddresses {
  if (services.emails !== null) return services.emails;
  throw new UserError('no-email', (words) => words('mail.off'));
}

/**
 * Sends a code to an address.
 * @throws UserError if none was sent
 */
export async function requestAddress(channelId: string, address: string, context: CommandContext): Promise<string> {
  const { say, userId } = context;
  const channel = `<#${channelId}>`;
  const whose = { guildId: guildOf(context), channelId, userId, address };
  const outcome = await emailsOf(context).request({ ...whose, wordCode: (code) => wordCode(code, say) });
  const values = { address: shown('address' in outcome ? outcome.address : address), channel };
  switch (outcome.kind) {
    case 'code-sent':
      return say('mail.codeSent', { ...values, minutes: emailLimits.minutes });
    case 'bad-address':
      throw new UserError('bad-address', (words) =>
        words('mail.badAddress', { address: escapeToFit(address, addressLength) }),
      );
    case 'no-digest':
      throw new UserError('no-digest', (words) => words('mail.noDigest', values));
    case 'already':
      throw new UserError('known-address', (words) => words('mail.already', values));
    case 'full':
      throw new UserError('address-cap', (words) => words('mail.full', { ...values, most: emailLimits.addresses }));
    case 'limited':
      throw new UserError('code-limit', (words) => words('mail.limited'));
    case 'refused': {
      const reason = escapeToFit(outcome.reason, reasonLength);
      throw new UserError('refused-address', (words) => words('mail.refused', { ...values, reason }));
    }
    case 'later':
      throw new UserError('no-code-sent', (words) => words('mail.later'));
  }
}

/** An email is plain text, so nothing is escaped. It has no text of people: nobody can write to strangers by it. */
function wordCode(code: string, say: Say) {
  const command = `${say.command('digest email').replaceAll('`', '')} code: ${code}`;
  const text = [say('mail.codeText', { minutes: emailLimits.minutes, command }), '', say('mail.codeIgnore'), ''];
  return { subject: say('mail.codeSubject', { code }), text: text.join('\n') };
}

/**
 * Confirms an address by its code.
 * @throws UserError if the code is wrong or old
 */
export async function confirmAddress(channelId: string, code: string, context: CommandContext): Promise<Reply> {
  const { say, userId, log, store } = context;
  const channel = `<#${channelId}>`;
  const outcome = await emailsOf(context).enter({ channelId, userId, code });
  if (outcome.kind === 'none') throw new UserError('no-code', (words) => words('mail.noCode', { channel }));
  if (outcome.kind === 'wrong' && outcome.triesLeft > 0)
    throw new UserError('wrong-code', (words) => words('mail.wrongCode', { tries: outcome.triesLeft }));
  if (outcome.kind !== 'confirmed') throw new UserError('expired-code', (words) => words('mail.codeExpired'));
  const { id, address } = outcome.destination;
  log.info({ event: 'destination.added', channelId, destinationId: id, userId }, `email ${id} added to ${channelId}`);
  const line = sayInChannel(await store.channel(channelId), context)('mail.confirmedOpenly', {
    person: `<@${userId}>`,
  });
  return {
    ...privately(say('mail.confirmed', { address: shown(address), channel })),
    announcement: { channelId, message: { content: line } },
  };
}

/** The addresses of a channel, with a menu that removes one or tries it again. */
export async function showAddresses(channelId: string, context: CommandContext, notice?: string): Promise<Message> {
  const { store, say } = context;
  const known = (await store.destinations(channelId)).filter(({ kind }) => kind === 'mail');
  if (known.length === 0) emailsOf(context);
  return emailList({ channelId, known, ...(notice === undefined ? {} : { notice }) }, say);
}
