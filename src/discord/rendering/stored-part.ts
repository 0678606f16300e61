import type { APITextDisplayComponent } from 'discord.js';
import type { Delivery } from '../../store/outbox.ts';
import { digestReference } from './digest-messages.ts';
import { componentsV2, type Display, isDisplay, textDisplay } from './displays.ts';
import { isDigestMessage } from './layouts/registry.ts';
import { type Message, suppressEmbeds } from './message.ts';

/**
 * A copy of a frozen part of a digest, to be shown to one person. It lacks the reference, by which the poster finds the
 * part itself, and the menu below it. Null if the frozen message is not of a digest.
 */
export function copyOfPart({ payload, nonce }: Pick<Delivery, 'payload' | 'nonce'>): Message | null {
  if (!isDigestMessage(payload)) return null;
  const ending = new RegExp(`(?: · |\\n?-# )${digestReference(nonce)}$`);
  const clean = (text: string): string => text.replace(ending, '');
  const flags = (payload.flags ?? 0) & (componentsV2 | suppressEmbeds);
  const displays = (payload.components ?? []).filter(isDisplay).flatMap((display) => copyOfDisplay(display, clean));
  return {
    content: clean(payload.content),
    embeds: payload.embeds,
    ...(flags === 0 ? {} : { flags }),
    ...(displays.length === 0 ? {} : { components: displays }),
  };
}

/** Nothing where only the reference stood. */
function copyOfDisplay(display: Display, clean: (text: string) => string): Display[] {
  if (!isText(display)) return [display];
  const content = clean(display.content);
  return content === '' ? [] : [textDisplay(content)];
}

const isText = (display: Display): display is APITextDisplayComponent => 'content' in display;
