import type { english } from '../../language/english.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { ReadMessage } from '../interactions/interaction.ts';
import type { Reply } from '../interactions/reply.ts';

/**
 * A command of the menu of a message (Apps), for everyone. Its answer is private. It is one file with one of these, one
 * line in `registry.ts`, and its name in `src/language/english/menus.ts`.
 */
export interface MessageMenu {
  /** The key of its name, in the area `menus`. */
  readonly key: keyof typeof english.menus;
  run(message: ReadMessage, context: CommandContext): Promise<Reply>;
}
