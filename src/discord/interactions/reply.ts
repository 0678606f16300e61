import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Message } from '../rendering/message.ts';

/** A line for a channel, beside the answer: who changed what. It pings nobody. */
export interface Announcement {
  readonly channelId: string;
  readonly message: Message;
}

/** What is answered to an interaction, as a value: only the router sends it. */
export type Reply =
  | {
      readonly kind: 'message';
      readonly visibility: 'private' | 'public';
      readonly message: Message;
      /** Further messages, each after the one before. */
      readonly more?: readonly Message[];
      readonly announcement?: Announcement;
    }
  | {
      /** Takes the place of the message that holds the component. */
      readonly kind: 'update';
      readonly message: Message;
      readonly announcement?: Announcement;
    }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData };

/** A private message of text alone. */
export const privately = (content: string): Reply => ({ kind: 'message', visibility: 'private', message: { content } });
