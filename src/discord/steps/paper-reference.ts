import type { Paper, PaperId } from '../../papers/paper.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import type { PaperLookUp } from '../../use-cases/look-up-paper.ts';
import { UserError } from '../errors.ts';
import type { OptionDefinition } from '../interactions/command-definition.ts';
import { escapeToFit } from '../rendering/escape.ts';

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
  throw new UserError('bad-paper-id', (say) => say('search.badId', { typed: escapeToFit(text, 80) }));
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

const unknownPaper = (id: PaperId, asked: readonly string[]): UserError =>
  new UserError('unknown-paper', (say) =>
    asked.length === 0
      ? say('search.unknown', { id })
      : say('search.unknownAnywhere', { id, n: asked.length, sources: say.list(asked) }),
  );

const cannotAsk = (asked: readonly string[], sources: readonly string[]): UserError =>
  new UserError('source-unreachable', (say) => {
    const failed = say.list(sources);
    return asked.length === 0
      ? say('search.unreachable', { failed })
      : say('search.unreachableElse', { sources: say.list(asked, 'or'), failed });
  });
