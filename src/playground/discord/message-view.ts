import type { Instant } from '../../ports.ts';
import { isObject, type JsonObject } from './form.ts';
import type { Snowflake } from './snowflake.ts';
import type { World } from './world.ts';
import { type Attachment, MESSAGE_FLAGS, type Message, type MessageOrigin, type Pings } from './world-shapes.ts';

/** An embed, its texts in their places. */
export interface EmbedView {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly color?: number;
  readonly timestamp?: string;
  readonly author?: { readonly name?: string; readonly url?: string; readonly icon_url?: string };
  readonly footer?: { readonly text?: string; readonly icon_url?: string };
  readonly thumbnail?: { readonly url?: string };
  readonly image?: { readonly url?: string };
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
}

/** A button, select menu, text or layout of a message or modal, nested as Discord keeps it. */
export interface ComponentView {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly style?: number;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly content?: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
    readonly default?: boolean;
  }[];
  readonly components?: readonly ComponentView[];
  readonly component?: ComponentView;
  readonly accessory?: ComponentView;
}

/** A message as its reader sees it. */
export interface MessageView {
  readonly id: Snowflake;
  readonly channelId: Snowflake;
  readonly author: string;
  readonly authorId: Snowflake;
  readonly content: string;
  /** Only the visible ones: of embeds with the same URL, Discord's client shows the first. */
  readonly embeds: readonly EmbedView[];
  /** How many embeds were sent but are not visible. */
  readonly hiddenEmbeds: number;
  readonly components: readonly ComponentView[];
  readonly attachments: readonly Attachment[];
  readonly ephemeral: boolean;
  /** "Thinking…": the answer has been deferred and is still to come. */
  readonly loading: boolean;
  readonly pings: Pings;
  readonly flags: number;
  readonly nonce: string | number | undefined;
  readonly replyTo: Snowflake | undefined;
  readonly threadId: Snowflake | undefined;
  /** The interaction that it answers. */
  readonly origin: MessageOrigin | undefined;
  readonly createdAt: Instant;
  readonly editedAt: Instant | undefined;
}

/** A snapshot of a message as its reader sees it. */
export function viewMessage(message: Message, world: World): MessageView {
  const { body } = message;
  const suppressed = (body.flags & MESSAGE_FLAGS.suppressEmbeds) !== 0;
  const shown = suppressed ? [] : shownEmbeds(body.embeds);
  return {
    id: message.id,
    channelId: message.channelId,
    author: world.users.get(message.authorId)?.username ?? 'Unknown User',
    authorId: message.authorId,
    content: body.content,
    embeds: shown as readonly EmbedView[],
    hiddenEmbeds: body.embeds.length - shown.length,
    components: asComponents(body.components),
    attachments: body.attachments,
    ephemeral: message.onlyFor !== undefined,
    loading: (body.flags & MESSAGE_FLAGS.loading) !== 0,
    pings: body.pings,
    flags: body.flags,
    nonce: message.nonce,
    replyTo: message.replyTo,
    threadId: message.threadId,
    origin: message.origin,
    createdAt: message.createdAt,
    editedAt: message.editedAt,
  };
}

function shownEmbeds(embeds: readonly JsonObject[]): readonly JsonObject[] {
  const urls = new Set<unknown>();
  return embeds.filter((embed) => {
    const url = embed['url'];
    if (url === undefined) return true;
    const isFirst = !urls.has(url);
    urls.add(url);
    return isFirst;
  });
}

/** Stored components as views: the rules have already checked their shape. */
export function asComponents(components: readonly JsonObject[]): readonly ComponentView[] {
  return components as readonly unknown[] as readonly ComponentView[];
}

/** A message's or modal's components without their nesting, outermost first. */
export function flatComponents(components: readonly ComponentView[]): readonly ComponentView[] {
  return components.flatMap((component) => [
    component,
    ...flatComponents(component.components ?? []),
    ...flatComponents([component.accessory, component.component].filter(isComponent)),
  ]);
}

function isComponent(value: unknown): value is ComponentView {
  return isObject(value);
}
