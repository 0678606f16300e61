import type { REST } from 'discord.js';
import type { Logger } from '../../ports.ts';
import { UserError } from '../errors.ts';
import { readFailure } from '../failures.ts';
import { cutAtWord, plainLine } from '../rendering/escape.ts';
import { messageLimits } from '../rendering/message-limits.ts';
import { respondWithChoices } from './answer.ts';
import type { Authorized, CommandRow } from './authorization.ts';
import type { AnyCommand, Suggestion } from './command.ts';
import type { CommandContext } from './context.ts';
import type { InteractionOrigin, RawCommand, RawOption } from './interaction.ts';

/** Discord drops suggestions that come after three seconds. */
const suggestWithinMs = 2_000;

export interface Typing extends Pick<InteractionOrigin, 'request'> {
  readonly command: RawCommand;
}

/** Suggests values for the option that the user types in. Never rejects: without suggestions the list is empty. */
export async function suggest(
  { command: typed, request }: Typing,
  command: Authorized<AnyCommand, CommandRow> | undefined,
  context: CommandContext,
  { rest, log }: { readonly rest: REST; readonly log: Logger },
): Promise<void> {
  const warn = (fields: { readonly reason: string } | { readonly err: unknown }) =>
    log.warn({ event: 'suggestions.failed', interactionId: request.id, ...fields }, 'no suggestions');
  const suggestions = await suggestInTime(typed, command, context).catch((err: unknown) => {
    warn({ err });
    return [];
  });
  const choices = suggestions.map(toChoice).filter(isUsable).slice(0, messageLimits.choices);
  await respondWithChoices(rest, request, choices).catch((error: unknown) =>
    warn({ reason: readFailure(error).reason }),
  );
}

async function suggestInTime(
  { options }: RawCommand,
  command: Authorized<AnyCommand, CommandRow> | undefined,
  context: CommandContext,
): Promise<readonly Suggestion[]> {
  const focused = options.find(({ isFocused }) => isFocused);
  if (command === undefined || focused === undefined) return [];
  const late = Promise.withResolvers<readonly Suggestion[]>();
  const timer = setTimeout(() => late.resolve([]), suggestWithinMs);
  try {
    return await Promise.race([suggestFor(focused, command, context), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing for users who may not see the suggestions. */
async function suggestFor(
  { name, value }: RawOption,
  { handler, row }: Authorized<AnyCommand, CommandRow>,
  context: CommandContext,
): Promise<readonly Suggestion[]> {
  if (handler.suggest === undefined || row.suggest === undefined) return [];
  try {
    await row.suggest.grant(null, context);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
  return handler.suggest(name, String(value), context);
}

/** Choices show plain text. A name may be cut; a value may not, because it would become another one. */
const toChoice = ({ name, value }: Suggestion) => ({
  name: cutAtWord(plainLine(name), messageLimits.choiceText),
  value,
});

const isUsable = ({ name, value }: Suggestion): boolean =>
  name.length > 0 && value.length > 0 && value.length <= messageLimits.choiceText;
