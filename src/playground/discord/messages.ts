import { refusal } from './api-error.ts';
import { isObject, type JsonObject } from './form.ts';
import { pingsOf } from './mentions.ts';
import { isEmpty, type MessageDraft } from './message-rules.ts';
import { allows } from './permissions.ts';
import { compareSnowflakes, type Snowflake } from './snowflake.ts';
import { wireMessage } from './wire.ts';
import type { World } from './world.ts';
import type { WorldEvent } from './world-plans.ts';
import {
  type Attachment,
  type Channel,
  MESSAGE_FLAGS,
  type Message,
  type MessageBody,
  type MessageOrigin,
} from './world-shapes.ts';

/** A file of a multipart request: `files[key]`. */
export interface UploadedFile {
  readonly key: string;
  readonly filename: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** The fields of a message besides its draft. */
export interface MessagePlan {
  readonly channel: Channel;
  readonly authorId: Snowflake;
  readonly draft: MessageDraft;
  /** Set for the first message of a forum's post, which has the post's id. */
  readonly id?: Snowflake;
  readonly files: readonly UploadedFile[];
  readonly type?: number;
  readonly onlyFor?: Snowflake | undefined;
  readonly origin?: MessageOrigin | undefined;
  /** Bits that Discord itself sets, such as the loading flag. */
  readonly flags?: number;
}

const INTENT_GUILD_MESSAGES = 1 << 9;
const INTENT_DIRECT_MESSAGES = 1 << 12;
/** The oldest messages of a channel are dropped, so that a long bench run stays small. Discord keeps all. */
const KEPT_PER_CHANNEL = 10_000;

/** A message that only one person sees has changed: the bot hears nothing of it, but the person's client does. */
const PRIVATE_CHANGE: WorldEvent = { kind: 'private-change' };

/** The messages of all channels, and the nonces that are still remembered. */
export class Messages {
  readonly #world: World;
  readonly #nonceWindowMs: number;
  readonly #attachmentsUrl: () => string;
  readonly #nonces = new Map<string, { readonly messageId: Snowflake; readonly at: number }>();

  constructor(world: World, settings: { readonly nonceWindowMs: number; readonly attachmentsUrl: () => string }) {
    this.#world = world;
    this.#nonceWindowMs = settings.nonceWindowMs;
    this.#attachmentsUrl = settings.attachmentsUrl;
  }

  /**
   * Stores a message, unless `enforce_nonce` finds an earlier one of the same author in the same channel within the
   * nonce window. It returns that one, or throws 10008 if it has been deleted since.
   */
  create(plan: MessagePlan): Message {
    const { channel, draft } = plan;
    const key = draft.nonce === undefined ? undefined : `${plan.authorId} ${channel.id} ${draft.nonce}`;
    const earlier = key === undefined ? undefined : this.#remembered(key);
    if (draft.enforceNonce && earlier !== undefined) return this.find(channel, earlier);
    const id = plan.id ?? this.#world.nextId();
    const message: Message = {
      id,
      channelId: channel.id,
      authorId: plan.authorId,
      createdAt: this.#world.clock(),
      type: plan.type ?? (draft.replyTo === undefined ? 0 : 19),
      nonce: draft.nonce,
      replyTo: draft.replyTo,
      onlyFor: plan.onlyFor,
      origin: plan.origin,
      body: this.#body(plan, undefined),
      editedAt: undefined,
      threadId: undefined,
    };
    channel.messages ??= [];
    channel.messages.push(message);
    if (channel.messages.length > KEPT_PER_CHANNEL) channel.messages.shift();
    if (key !== undefined) this.#nonces.set(key, { messageId: id, at: this.#world.clock() });
    this.#tell('MESSAGE_CREATE', channel, message);
    return message;
  }

  /** Changes the fields that the draft names and leaves the rest. Throws 50006 if nothing would remain. */
  edit(message: Message, draft: MessageDraft, files: readonly UploadedFile[]): void {
    const channel = this.#world.channel(message.channelId);
    const body = this.#body({ channel, authorId: message.authorId, draft, files }, message.body);
    if (isEmpty(body, body.attachments.length)) throw refusal(50006);
    message.body = body;
    message.editedAt = this.#world.clock();
    this.#tell('MESSAGE_UPDATE', channel, message);
  }

  delete(message: Message): void {
    const channel = this.#world.channel(message.channelId);
    channel.messages = (channel.messages ?? []).filter((each) => each !== message);
    const data = { id: message.id, channel_id: channel.id, ...placeOf(channel) };
    if (message.onlyFor !== undefined) this.#world.tell(PRIVATE_CHANGE);
    else this.#dispatch('MESSAGE_DELETE', channel, () => data);
  }

  /** A message of a channel, ephemeral ones included, or 10008. */
  find(channel: Channel, id: Snowflake): Message {
    const message = channel.messages?.findLast((each) => each.id === id);
    if (message === undefined) throw refusal(10008);
    return message;
  }

  /** The public messages of a channel around, before or after an id, newest first, as GET answers them. */
  page(
    channel: Channel,
    query: { limit: number; before?: string | undefined; after?: string | undefined; around?: string | undefined },
  ): readonly Message[] {
    const all = (channel.messages ?? []).filter((each) => each.onlyFor === undefined);
    const { limit, before, after, around } = query;
    if (around !== undefined) {
      const at = all.findIndex((each) => compareSnowflakes(each.id, around) >= 0);
      const from = Math.max(0, (at < 0 ? all.length : at) - Math.floor(limit / 2));
      return all.slice(from, from + limit).reverse();
    }
    if (after !== undefined) {
      return all
        .filter((each) => compareSnowflakes(each.id, after) > 0)
        .slice(0, limit)
        .reverse();
    }
    const older = before === undefined ? all : all.filter((each) => compareSnowflakes(each.id, before) < 0);
    return older.slice(-limit).reverse();
  }

  /**
   * A message object as a reader gets it, by default the bot. Without the Message Content intent, a bot sees the text
   * of others only in direct messages, mentions and interactions.
   */
  describe(message: Message, readerId = this.#world.bot.id): JsonObject {
    const { users, bot, applicationId } = this.#world;
    const channel = this.#world.channels.get(message.channelId);
    const own = message.authorId === readerId || message.body.pings.userIds.includes(readerId);
    return wireMessage(message, {
      author: users.get(message.authorId) ?? bot,
      users,
      guildId: channel?.guildId ?? null,
      attachmentsUrl: this.#attachmentsUrl(),
      applicationId,
      showsContent: own || channel?.guildId === null,
    });
  }

  #body(plan: MessagePlan, old: MessageBody | undefined): MessageBody {
    const { channel, draft, authorId } = plan;
    const content = draft.content ?? old?.content ?? '';
    const components = draft.components === undefined ? (old?.components ?? []) : numbered(draft.components);
    const guild = this.#world.guilds.get(channel.guildId ?? '');
    const mayPing = allows(this.#world.permissionsIn(channel, authorId), 'MentionEveryone');
    const text = [content, ...displayedTexts(components)].join('\n');
    return {
      content,
      embeds: draft.embeds ?? old?.embeds ?? [],
      components,
      attachments: this.#attachments(plan, old),
      flags: ((old?.flags ?? 0) & ~MESSAGE_FLAGS.loading) | draft.flags | (plan.flags ?? 0),
      pings: pingsOf(text, draft.pings, guild, mayPing),
    };
  }

  #attachments({ draft, files }: MessagePlan, old: MessageBody | undefined): readonly Attachment[] {
    const described = draft.attachments;
    const kept = (old?.attachments ?? []).filter(
      (each) => described === undefined || described.some((one) => String(one['id']) === each.id),
    );
    const added = files.map((file) => {
      const words = described?.find((one) => String(one['id']) === file.key);
      return {
        id: this.#world.nextId(),
        filename: typeof words?.['filename'] === 'string' ? words['filename'] : file.filename,
        contentType: file.contentType,
        data: file.data,
        description: typeof words?.['description'] === 'string' ? words['description'] : undefined,
      };
    });
    return [...kept, ...added];
  }

  #remembered(key: string): Snowflake | undefined {
    const entry = this.#nonces.get(key);
    if (entry === undefined) return undefined;
    if (this.#world.clock() - entry.at < this.#nonceWindowMs) return entry.messageId;
    this.#nonces.delete(key);
    return undefined;
  }

  #tell(name: string, channel: Channel, message: Message): void {
    if (message.onlyFor !== undefined) this.#world.tell(PRIVATE_CHANGE);
    else this.#dispatch(name, channel, () => ({ ...this.describe(message), ...placeOf(channel) }));
  }

  #dispatch(name: string, channel: Channel, data: () => JsonObject): void {
    const intents = channel.guildId === null ? INTENT_DIRECT_MESSAGES : INTENT_GUILD_MESSAGES;
    this.#world.tell({ kind: 'dispatch', name, guildId: channel.guildId, intents, data });
  }
}

function placeOf(channel: Channel): JsonObject {
  return channel.guildId === null ? {} : { guild_id: channel.guildId };
}

/** Components with the `id`s that Discord gives to those without one. */
function numbered(components: readonly JsonObject[]): readonly JsonObject[] {
  let last = 0;
  const number = (component: JsonObject): JsonObject => {
    last += 1;
    const id = component['id'] || last;
    const { components: children, accessory } = component;
    return {
      ...component,
      id,
      ...(Array.isArray(children) ? { components: children.filter(isObject).map(number) } : {}),
      ...(isObject(accessory) ? { accessory: number(accessory) } : {}),
    };
  };
  return components.map(number);
}

/** The texts of Components V2: they ping like content does. */
function displayedTexts(components: readonly JsonObject[]): readonly string[] {
  return components.flatMap((component) => {
    const own = component['type'] === 10 ? [String(component['content'])] : [];
    const children = Array.isArray(component['components']) ? component['components'].filter(isObject) : [];
    return [...own, ...displayedTexts(children)];
  });
}
