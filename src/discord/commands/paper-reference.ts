import type { PaperId } from '../../papers/paper.ts';
import { kindOfId, parsePaperId } from '../../papers/paper-id.ts';
import { UserError } from '../errors.ts';
import { escapeToFit } from '../rendering/escape.ts';
import type { OptionDefinition } from './command.ts';

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

export function unknownPaper(id: PaperId): UserError {
  const others = kindOfId(id) === 'arxiv' ? 'does arXiv' : 'do the sources that I can ask';
  const reason = `I know no paper \`${id}\`, and neither ${others}.`;
  return new UserError('unknown-paper', `${reason} Check the id, or search with \`/papers search\`.`);
}
