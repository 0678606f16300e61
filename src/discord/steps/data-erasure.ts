import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Say } from '../../language/say.ts';
import type { DataOwner } from '../../store/stored-data.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import { customId, textModal } from '../rendering/components.ts';
import { escapeToFit } from '../rendering/escape.ts';

/** The field of the form, and the most that can be typed. */
const field = 'word';
const wordAtMost = 40;

/** The form in which a person types that everything is to be erased. It is sent with the same verb. */
export const erasureForm = (verb: string, say: Say): APIModalInteractionResponseCallbackData =>
  textModal({
    id: customId(verb),
    title: say('data.formTitle'),
    field,
    label: say('data.formLabel', { word: say('data.word') }),
    hint: say('data.formHint'),
    value: '',
    maxLength: wordAtMost,
  });

/** What was typed into the form; undefined before it was opened. */
export const typedWord = (fields: Readonly<Record<string, string>>): string | undefined => fields[field];

/**
 * Erases everything of the owner.
 * @throws UserError if the word is another one, or if a message is being sent for too long; then nothing is erased
 */
export async function eraseAfterWord(
  owner: DataOwner,
  typed: string,
  { services, say, log, userId }: Pick<CommandContext, 'services' | 'say' | 'log' | 'userId'>,
): Promise<void> {
  const word = say('data.word');
  if (typed.trim().toLowerCase() !== word.toLowerCase()) {
    const shown = escapeToFit(typed.trim(), wordAtMost);
    throw new UserError('wrong-word', (words) => words('data.wrongWord', { typed: shown, word }));
  }
  const outcome = await services.eraseData(owner);
  if (outcome.kind === 'sending') throw new UserError('still-sending', (words) => words('data.stillSending'));
  const whose = 'guildId' in owner ? { guildId: owner.guildId, userId } : {};
  log.info({ event: 'data.erased', ...whose, rows: outcome.rows }, `erased ${outcome.rows} rows on request`);
}
