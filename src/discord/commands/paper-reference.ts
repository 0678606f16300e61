import { parseArxivId } from '../../papers/arxiv-id.ts';
import type { PaperId } from '../../papers/paper.ts';
import { UserError } from '../errors.ts';
import { escapeToFit } from '../rendering/escape.ts';
import type { OptionDefinition } from './command.ts';

/** The option by which a command takes one paper. */
export const paperOption = {
  type: 'text',
  description: 'Its arXiv id or address, such as 2406.01234 or https://arxiv.org/abs/2406.01234',
  required: true,
  maxLength: 200,
} as const satisfies OptionDefinition;

/** @throws UserError where the text names no paper. */
export function readPaperId(text: string): PaperId {
  const parsed = parseArxivId(text);
  if (parsed !== null) return parsed.id;
  const reason = `“${escapeToFit(text, 80)}” is no arXiv id or address.`;
  throw new UserError('bad-paper-id', `${reason} Give it as in \`2406.01234\`, or search with \`/papers search\`.`);
}

export function unknownPaper(id: PaperId): UserError {
  const reason = `I know no paper \`${id}\`, and neither does arXiv.`;
  return new UserError('unknown-paper', `${reason} Check the id, or search with \`/papers search\`.`);
}
