import type { StoredCommand } from '../discord/command-rules.ts';
import type { World } from '../discord/world.ts';
import { CHANNEL_TYPES, type Channel, type Guild } from '../discord/world-shapes.ts';
import type { Person } from '../person.ts';
import type { OptionDefinition } from '../person-options.ts';
import type { PageChannel, PageCommand, PageCommandOption, PageGuild, PageOption, PageWorld } from './page-types.ts';
import type { Stage } from './stage.ts';

const kinds: Readonly<Record<number, PageChannel['kind']>> = {
  [CHANNEL_TYPES.text]: 'text',
  [CHANNEL_TYPES.dm]: 'direct',
  [CHANNEL_TYPES.announcement]: 'announcement',
  [CHANNEL_TYPES.forum]: 'forum',
  [CHANNEL_TYPES['announcement-thread']]: 'thread',
  [CHANNEL_TYPES['public-thread']]: 'thread',
  [CHANNEL_TYPES['private-thread']]: 'thread',
};

/** What a person sees beside the messages of the open channel. */
export function viewWorld(stage: Stage, person: Person, channel: Channel): PageWorld {
  const { world } = stage.discord;
  return {
    now: stage.now(),
    isRunning: stage.isRunning(),
    person: person.id,
    people: stage.actors.map((actor) => ({ id: actor.person.id, name: actor.person.name, title: actor.title })),
    guilds: [...world.guilds.values()]
      .filter(({ members }) => members.has(person.id))
      .map((guild) => viewGuild(guild, person, world)),
    direct: viewChannel(person.directChannel(), person),
    channel: channel.id,
    commands: person.offered(channel).flatMap((command) => viewCommand(command, channel, person, world)),
  };
}

function viewGuild({ id, name, channelIds }: Guild, person: Person, world: World): PageGuild {
  const channels = [...channelIds].flatMap((channelId) => world.channels.get(channelId) ?? []);
  return {
    id,
    name,
    channels: channels.filter((each) => person.can(each, 'ViewChannel')).map((each) => viewChannel(each, person)),
  };
}

function viewChannel(channel: Channel, person: Person): PageChannel {
  const kind = kinds[channel.type] ?? 'text';
  const writing = kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages';
  const mayWrite = kind !== 'forum' && person.can(channel, writing);
  const name = kind === 'direct' ? 'Paperboy' : channel.name;
  return { id: channel.id, name, kind, mayWrite, parent: channel.thread === null ? null : channel.parentId };
}

const CHAT_INPUT = 1;
const MESSAGE_MENU = 3;
const NESTING: readonly number[] = [1, 2];
const ATTACHMENT = 11;

function viewCommand(command: StoredCommand, channel: Channel, person: Person, world: World): readonly PageCommand[] {
  const { name, type } = command;
  if (type === MESSAGE_MENU) return [{ name, description: '', kind: 'message', options: [] }];
  if (type !== CHAT_INPUT) return [];
  const options = (command['options'] ?? []) as readonly OptionDefinition[];
  const description = String(command['description'] ?? '');
  return flatten({ name, description, options }).map((one) => ({
    name: one.name,
    description: one.description,
    kind: 'chat',
    // The page has no field for files.
    options: one.options
      .filter(({ type }) => type !== ATTACHMENT)
      .map((option) => viewOption(option, channel, person, world)),
  }));
}

interface Nested {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionDefinition[];
}

/** A command without sub-commands, or each of its sub-commands with its full name. */
function flatten({ name, description, options }: Nested): readonly Nested[] {
  const nested = options.filter(({ type }) => NESTING.includes(type));
  if (nested.length === 0) return [{ name, description, options }];
  return nested.flatMap((one) =>
    flatten({ name: `${name} ${one.name}`, description: one.description ?? '', options: one.options ?? [] }),
  );
}

function viewOption(option: OptionDefinition, channel: Channel, person: Person, world: World): PageCommandOption {
  const { name, description = '', type, required = false, autocomplete = false } = option;
  const least = option.min_value ?? option.min_length;
  const most = option.max_value;
  return {
    name,
    description,
    type,
    isRequired: required,
    hasSuggestions: autocomplete,
    choices: choicesOf(option, channel, person, world),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(option.max_length === undefined ? {} : { longest: option.max_length }),
  };
}

/** What the client lists for an option: the bot's choices, or the channels, people or roles of the place. */
function choicesOf(
  { type, choices = [], channel_types: types }: OptionDefinition,
  { guildId }: Channel,
  person: Person,
  world: World,
): readonly PageOption[] {
  if (choices.length > 0) return choices.map(({ name, value }) => ({ value: String(value), label: name }));
  if (type === 5) return ['True', 'False'].map((label) => ({ value: label.toLowerCase(), label }));
  const guild = world.guilds.get(guildId ?? '');
  if (type === 6) {
    const users = [...(guild?.members.keys() ?? [])].flatMap((id) => world.users.get(id) ?? []);
    return users.map(({ id, username }) => ({ value: id, label: `@${username}` }));
  }
  if (type === 7) {
    return [...world.channels.values()]
      .filter((each) => each.guildId === guildId && guildId !== null && person.can(each, 'ViewChannel'))
      .filter((each) => !types?.length || types.includes(each.type))
      .map(({ id, name }) => ({ value: id, label: `#${name}` }));
  }
  if (type === 8) return [...(guild?.roles.values() ?? [])].map(({ id, name }) => ({ value: id, label: `@${name}` }));
  return [];
}
