import type { PaperId } from '../../papers/paper.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import { UserError } from '../errors.ts';
import type { OptionDefinition } from '../interactions/command.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { listOf } from '../rendering/numbers.ts';

/** The option by which a command takes one paper. */
export const paperOption = {
  type: 'text',
  description: 'Its arXiv id, DOI or address, such as 2406.01234 or https://arxiv.org/abs/2406.01234',
  required: true,
  maxLength: 200,
} as const satisfies OptionDefinition;

/** @throws UserError where the text names no paper. */
export function readPaperId(text: string): PaperId {
  const parsed = parsePaperId(text);
  if (parsed !== null) return parsed.id;
  const reason = `“${escapeToFit(text, 80)}” is no arXiv id, DOI or address.`;
  throw new UserError('bad-paper-id', `${reason} Give it as in \`2406.01234\`, or search with \`/papers search\`.`);
}

/** @param asked the sources that do not know it, either */
export function unknownPaper(id: PaperId, asked: readonly string[]): UserError {
  const others = asked.length === 0 ? '' : `, and neither ${asked.length === 1 ? 'does' : 'do'} ${listOf(asked)}`;
  return new UserError(
    'unknown-paper',
    `I know no paper \`${id}\`${others}. Check the id, or search with \`/papers search\`.`,
  );
}
