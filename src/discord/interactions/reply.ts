import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Message } from '../rendering/message.ts';

/** A public line in a channel that says who changed what. It pings nobody. */
export interface Announcement {
  readonly channelId: string;
  readonly message: Message;
}

/** A public message that a person posts by a press. */
export interface SharedMessage {
  /** The same for each press of the same button. */
  readonly key: string;
  readonly message: Message;
}

/** The reply to an interaction, as a value. Only `answer.ts` sends it. */
export type Reply =
  | {
      readonly kind: 'message';
      readonly visibility: 'private' | 'public';
      readonly message: Message;
      /** Further messages, in order. */
      readonly more?: readonly Message[];
      readonly announcement?: Announcement;
    }
  | {
      /** Replaces the message that holds the component. */
      readonly kind: 'update';
      readonly message: Message;
      /**
       * It is posted before. If Discord does not show it to everybody, nothing is replaced. If the first of two presses is
       * not answered yet, the second one does nothing.
       */
      readonly shared?: SharedMessage;
      readonly announcement?: Announcement;
    }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData };

/** A private message of text alone. */
export const privately = (content: string): Extract<Reply, { readonly kind: 'message' }> => ({
  kind: 'message',
  visibility: 'private',
  message: { content },
});
