import type { StoredCommand } from './discord/command-rules.ts';
import type { JsonObject } from './discord/form.ts';
import { interactionPayload, type Mentioned, resolve } from './discord/interaction-payload.ts';
import { INTERACTION_TYPES, type Interaction, type InteractionPlan } from './discord/interactions.ts';
import { PING_EVERYBODY } from './discord/mentions.ts';
import { type MessageView, viewMessage } from './discord/message-view.ts';
import { allows, type PermissionName, type PermissionSet } from './discord/permissions.ts';
import type { Platform } from './discord/router.ts';
import type { Snowflake } from './discord/snowflake.ts';
import { idOf, type Ref } from './discord/world-plans.ts';
import type { Channel, Message } from './discord/world-shapes.ts';
import { findCommand, findMenuCommand } from './person-commands.ts';
import { chooseData, type FieldValue, findButton, findSelect, submitData } from './person-components.ts';
import { ClientRefusal, fillOptions, focusOption, type OptionValues } from './person-options.ts';
import { Reply } from './reply.ts';

/** The plan of a new person. */
export interface PersonPlan {
  readonly name: string;
  /** The user, if there is one already, such as the owner of a guild. */
  readonly user?: Ref;
  /** The language of their client; `en-US` by default. */
  readonly locale?: string;
  /** Whether they installed the app for themselves. */
  readonly hasInstalled?: boolean;
  /** The guild that they join. Without one, they use direct messages. */
  readonly guild?: Ref;
  /** Their permissions in the guild, besides everyone's. */
  readonly permissions?: PermissionSet;
  readonly roles?: readonly Ref[];
  /** Their usual channel; by default the first one in the guild that they can see. */
  readonly channel?: Ref;
}

/** The channel of an action, if it is not the usual one. */
export interface Place {
  readonly in?: Ref;
}

/** A choice that autocomplete offered. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

const NOTHING_MENTIONED: Mentioned = { users: [], roles: [], channels: [], messages: [], attachments: [] };

/** A person who uses Discord's client. An action that the client would not allow throws a {@link ClientRefusal}. */
export class Person {
  readonly id: Snowflake;
  readonly name: string;
  readonly #platform: Platform;
  readonly #locale: string;
  readonly #guildId: Snowflake | undefined;
  readonly #usual: Channel | undefined;

  constructor(platform: Platform, plan: PersonPlan) {
    const { world } = platform;
    this.#platform = platform;
    this.name = plan.name;
    this.#locale = plan.locale ?? 'en-US';
    this.id = plan.user === undefined ? world.createUser(plan.name).id : idOf(plan.user);
    const user = world.users.get(this.id);
    if (user !== undefined && plan.hasInstalled === true) user.hasInstalled = true;
    this.#guildId = plan.guild === undefined ? undefined : idOf(plan.guild);
    if (plan.guild !== undefined && !world.guild(plan.guild).members.has(this.id)) {
      const { guild, permissions, roles } = plan;
      world.addMember({
        guild,
        user: this.id,
        ...(permissions === undefined ? {} : { permissions }),
        ...(roles === undefined ? {} : { roles }),
      });
    }
    this.#usual = plan.channel === undefined ? undefined : world.channel(plan.channel);
  }

  /**
   * Runs a chat command, `run('/digest settings', { days: 'weekdays' })`, and returns when the bot answers.
   * Throws "The application did not respond" after 3 s.
   */
  async run(line: string, values: OptionValues = {}, place: Place = {}): Promise<Reply> {
    const channel = this.#place(place);
    const found = findCommand(this.#commands(), line);
    this.#checkAllowed(found.command, channel);
    const { options, mentioned } = fillOptions(found.options, values, {
      channelType: (id) => this.#channelType(id, channel.guildId),
      upload: (file) => this.#platform.uploads.add(file),
    });
    const interaction = this.#open(INTERACTION_TYPES.command, channel, { commandName: found.fullName });
    return this.#perform(interaction, { ...commandData(found.command), options: found.wrap(options) }, mentioned);
  }

  /** Uses a command of a message's context menu (Apps → …). */
  async use(name: string, target: Reply | MessageView, place: Place = {}): Promise<Reply> {
    const message = this.#message(target);
    const channel = place.in === undefined ? this.#platform.world.channel(message.channelId) : this.#place(place);
    const command = findMenuCommand(this.#commands(), name);
    this.#checkAllowed(command, channel);
    const interaction = this.#open(INTERACTION_TYPES.command, channel, { commandName: name });
    const mentioned = { ...NOTHING_MENTIONED, messages: [message.id] };
    return this.#perform(interaction, { ...commandData(command), target_id: message.id }, mentioned);
  }

  /** Types into an option with autocomplete, and returns the choices that the bot offers. */
  async complete(
    line: string,
    option: string,
    typed: string,
    others: OptionValues = {},
    place: Place = {},
  ): Promise<readonly Choice[]> {
    const channel = this.#place(place);
    const found = findCommand(this.#commands(), line);
    this.#checkAllowed(found.command, channel);
    const focused = focusOption(found.options, others, { name: option, typed });
    const interaction = this.#open(INTERACTION_TYPES.autocomplete, channel, {
      commandName: found.fullName,
      focusedType: focused.type,
    });
    const data = { ...commandData(found.command), options: found.wrap(focused.options) };
    await this.#send(interaction, data, 'Loading options failed');
    return (interaction.first?.choices ?? []) as readonly JsonObject[] as unknown as readonly Choice[];
  }

  /** Presses a button, named by its label or its `custom_id`. */
  async press(on: Reply | MessageView, button: string): Promise<Reply> {
    const message = this.#message(on);
    const found = findButton(viewMessage(message, this.#platform.world), button);
    const interaction = this.#open(INTERACTION_TYPES.component, this.#channelOf(message), { source: message });
    const data = { custom_id: found.custom_id, component_type: found.type, id: found.id };
    return this.#perform(interaction, data, NOTHING_MENTIONED);
  }

  /** Picks from a select menu, named by its `custom_id` or placeholder. A pick is a value, a label, or an object. */
  async choose(on: Reply | MessageView, select: string, picks: Ref | readonly Ref[]): Promise<Reply> {
    const message = this.#message(on);
    const found = findSelect(viewMessage(message, this.#platform.world), select);
    const list = (Array.isArray(picks) ? picks : [picks]) as readonly Ref[];
    const { data, mentioned } = chooseData(found, list.map(idOf), this.#platform.world);
    const interaction = this.#open(INTERACTION_TYPES.component, this.#channelOf(message), { source: message });
    return this.#perform(interaction, data, mentioned);
  }

  /** Fills in the modal that a reply opened, fields by `custom_id` or label, and submits it. */
  async submit(reply: Reply, fields: Readonly<Record<string, FieldValue>>): Promise<Reply> {
    if (reply.modal === undefined) throw new ClientRefusal('There is no form to submit.');
    const data = submitData(reply.modal, fields);
    const { channel, source } = reply.interaction;
    const interaction = this.#open(INTERACTION_TYPES.modal, channel, { source });
    return this.#perform(interaction, data, NOTHING_MENTIONED);
  }

  /** Whether this person has the permissions in a channel. */
  can(channel: Channel, ...permissions: readonly PermissionName[]): boolean {
    return allows(this.#permissions(channel), ...permissions);
  }

  /** The commands that the client offers in a channel, those of menus included. */
  offered(channel: Channel): readonly StoredCommand[] {
    return this.#commands().filter((command) => this.#refusalOf(command, channel) === undefined);
  }

  /** The messages that this person sees in a channel (by default the usual one), oldest first. */
  read(channel?: Ref): readonly MessageView[] {
    const place = this.#place(channel === undefined ? {} : { in: channel });
    if (!allows(this.#permissions(place), 'ReadMessageHistory')) return [];
    const all = place.messages ?? [];
    const visible = all.filter((each) => each.onlyFor === undefined || each.onlyFor === this.id);
    return visible.map((each) => viewMessage(each, this.#platform.world));
  }

  /** Writes a message. */
  say(content: string, place: Place = {}): MessageView {
    const channel = this.#place(place);
    const permission = channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads';
    if (!allows(this.#permissions(channel), permission)) {
      throw new ClientRefusal('You do not have permission to send messages in this channel.');
    }
    const { messages, world } = this.#platform;
    const empty = { embeds: [], components: [], attachments: [], flags: 0, nonce: undefined, enforceNonce: false };
    const draft = { ...empty, content, replyTo: undefined, failIfReplyMissing: true, pings: PING_EVERYBODY };
    return viewMessage(messages.create({ channel, authorId: this.id, draft, files: [] }), world);
  }

  /** The direct message channel with the bot. */
  directChannel(): Channel {
    return this.#platform.world.directChannel(this.id);
  }

  #commands(): readonly StoredCommand[] {
    return [...this.#platform.world.commands.values()];
  }

  #permissions(channel: Channel): bigint {
    return this.#platform.world.permissionsIn(channel, this.id);
  }

  #channelType(id: Snowflake, guildId: Snowflake | null): number | undefined {
    const channel = this.#platform.world.channels.get(id);
    if (channel === undefined || channel.guildId !== guildId) return undefined;
    return this.can(channel, 'ViewChannel') ? channel.type : undefined;
  }

  #place(place: Place): Channel {
    const channel = place.in === undefined ? this.#usualChannel() : this.#platform.world.channel(place.in);
    if (!allows(this.#permissions(channel), 'ViewChannel')) {
      throw new ClientRefusal("You don't have access to this channel.");
    }
    return channel;
  }

  #usualChannel(): Channel {
    if (this.#usual !== undefined) return this.#usual;
    if (this.#guildId === undefined) return this.directChannel();
    const { world } = this.#platform;
    const ids = [...world.guild(this.#guildId).channelIds];
    const found = ids
      .flatMap((id) => world.channels.get(id) ?? [])
      .find((each) => [0, 5].includes(each.type) && allows(this.#permissions(each), 'ViewChannel'));
    if (found === undefined) throw new ClientRefusal('There is no text channel that you can see.');
    return found;
  }

  #checkAllowed(command: StoredCommand, channel: Channel): void {
    const refusal = this.#refusalOf(command, channel);
    if (refusal !== undefined) throw new ClientRefusal(refusal);
  }

  /** Why the client does not offer a command here: where it may be used, and by whom. Undefined if it does. */
  #refusalOf(command: StoredCommand, channel: Channel): string | undefined {
    const elsewhere = `/${command.name} is not available here.`;
    const contexts = command['contexts'] as readonly number[] | null;
    const context = channel.guildId === null ? 1 : 0;
    const fits = contexts === null ? context === 0 || command['dm_permission'] !== false : contexts.includes(context);
    if (!fits) return elsewhere;
    if (channel.guildId === null) return undefined;
    const { world } = this.#platform;
    const types = command['integration_types'] as readonly number[];
    const onGuild = world.guild(channel.guildId).members.has(world.bot.id) && types.includes(0);
    if (!onGuild) return world.users.get(this.id)?.hasInstalled && types.includes(1) ? undefined : elsewhere;
    return this.#mayUse(command, channel) ? undefined : 'You do not have permission to use this command.';
  }

  #mayUse(command: StoredCommand, channel: Channel): boolean {
    const permissions = this.#permissions(channel);
    if (allows(permissions, 'Administrator')) return true;
    const wanted = command['default_member_permissions'] as string | null;
    const hasWanted = wanted === null || (wanted !== '0' && (permissions & BigInt(wanted)) === BigInt(wanted));
    return hasWanted && allows(permissions, 'UseApplicationCommands');
  }

  #message(on: Reply | MessageView): Message {
    const view = on instanceof Reply ? on.refresh().message : on;
    const { messages, world } = this.#platform;
    const known = view === undefined ? undefined : world.channels.get(view.channelId);
    if (view === undefined || known === undefined) throw new ClientRefusal('The message is gone.');
    const message = messages.find(known, view.id);
    const isVisible = message.onlyFor === undefined || message.onlyFor === this.id;
    if (!isVisible || !allows(this.#permissions(known), 'ViewChannel')) {
      throw new ClientRefusal('You cannot see this message.');
    }
    return message;
  }

  #channelOf(message: Message): Channel {
    return this.#platform.world.channel(message.channelId);
  }

  #open(type: number, channel: Channel, more: Partial<InteractionPlan>): Interaction {
    const plain = { commandName: undefined, source: undefined, focusedType: undefined };
    return this.#platform.interactions.open({
      ...plain,
      ...more,
      type,
      channel,
      userId: this.id,
      locale: this.#locale,
    });
  }

  async #perform(interaction: Interaction, data: JsonObject, mentioned: Mentioned): Promise<Reply> {
    const resolved = resolve(mentioned, interaction, this.#platform);
    const full = Object.keys(resolved).length === 0 ? data : { ...data, resolved };
    const failure = interaction.type === INTERACTION_TYPES.command ? 'The application did not respond' : undefined;
    await this.#send(interaction, full, failure ?? 'This interaction failed');
    return new Reply(this.#platform, interaction);
  }

  async #send(interaction: Interaction, data: JsonObject, failure: string): Promise<void> {
    const { interactions } = this.#platform;
    const isTaken = await this.#hand(interaction, interactionPayload(interaction, data, this.#platform));
    const hasAnswer = () => interaction.first !== undefined;
    const isOver = () => !isTaken || interactions.isLate(interaction);
    if (await interactions.wait(interaction, hasAnswer, isOver)) return;
    throw new ClientRefusal(failure);
  }

  /** Hands an interaction to the bot, over HTTP or over the gateway. Whether the bot took it. */
  async #hand(interaction: Interaction, payload: JsonObject): Promise<boolean> {
    const { world, endpoint } = this.#platform;
    if (endpoint.url !== null) return await endpoint.deliver(payload);
    // An interaction with an app that the user installed comes from servers that the bot is not on, too.
    const { guildId } = interaction.channel;
    const isOn = world.guilds.get(guildId ?? '')?.members.has(world.bot.id) === true;
    world.tell({
      kind: 'dispatch',
      name: 'INTERACTION_CREATE',
      guildId: isOn ? guildId : null,
      intents: 0,
      data: () => payload,
    });
    return true;
  }
}

function commandData({ id, name, type }: StoredCommand): JsonObject {
  return { id, name, type };
}
