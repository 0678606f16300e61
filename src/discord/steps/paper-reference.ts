import type { Paper, PaperId } from '../../papers/paper.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import type { PaperLookUp } from '../../use-cases/look-up-paper.ts';
import { UserError } from '../errors.ts';
import type { OptionDefinition } from '../interactions/command.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { listOf } from '../rendering/numbers.ts';

/** The option of commands that take one paper. */
export const paperOption = {
  type: 'text',
  required: true,
  maxLength: 200,
} as const satisfies OptionDefinition;

/** @throws UserError if the text names no paper */
export function readPaperId(text: string): PaperId {
  const parsed = parsePaperId(text);
  if (parsed !== null) return parsed.id;
  const reason = `“${escapeToFit(text, 80)}” is not an arXiv id, DOI or address that I know.`;
  throw new UserError('bad-paper-id', `${reason} Write it as in \`2406.01234\`, or search with \`/papers search\`.`);
}

/**
 * The paper that a look-up found.
 * @throws UserError if it found none.
 */
export function foundPaper(id: PaperId, outcome: PaperLookUp): Paper {
  switch (outcome.kind) {
    case 'found':
      return outcome.paper;
    case 'unknown':
      throw unknownPaper(id, outcome.asked);
    case 'unreachable':
      throw cannotAsk(outcome.asked, outcome.failed);
  }
}

function unknownPaper(id: PaperId, asked: readonly string[]): UserError {
  const others = asked.length === 0 ? '' : `, and neither ${asked.length === 1 ? 'does' : 'do'} ${listOf(asked)}`;
  return new UserError(
    'unknown-paper',
    `I do not know the paper \`${id}\`${others}. Check the id, or search with \`/papers search\`.`,
  );
}

function cannotAsk(asked: readonly string[], failed: readonly string[]): UserError {
  const others = asked.length === 0 ? '' : `, nor has ${listOf(asked, 'or')}`;
  const text = `I do not have this paper${others}, and ${listOf(failed)} cannot be asked at the moment. Try again in a minute.`;
  return new UserError('source-unreachable', text);
}
