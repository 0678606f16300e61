import type { Paper } from '../../papers/paper.ts';
import type { StoredDigest } from '../../store/stored-digests.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { ActionName } from '../rendering/action-menu.ts';
import type { Message } from '../rendering/message.ts';

/** What an action acts on. */
export interface ActionRequest {
  /** One or more; exactly one if the action takes one paper. */
  readonly papers: readonly Paper[];
  /** The digest whose menu was used. Null if it was the menu of a card. */
  readonly digest: StoredDigest | null;
}

/**
 * An action of the menu below digests and cards. It is one file with one of these, one line in `registry.ts`, and its
 * name in `rendering/action-menu.ts`. Everybody who can read the channel may use it.
 */
export interface PaperAction {
  readonly name: ActionName;
  /** How many papers of a digest a person may pick for it at once. */
  readonly takes: 'one' | 'several';
  /**
   * Acts for the person, and returns what only they see. It runs again if the person picks again.
   * @throws UserError if it cannot act
   */
  run(request: ActionRequest, context: CommandContext): Promise<Message>;
}

/** The paper of a request for an action that takes one. */
export function onlyPaper({ papers: [paper] }: ActionRequest): Paper {
  if (paper === undefined) throw new RangeError('An action was asked to act on no paper');
  return paper;
}
