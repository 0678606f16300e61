import type {
  APIApplicationCommandInteractionData,
  APIApplicationCommandInteractionDataOption,
  APIAutocompleteApplicationCommandInteractionData,
  APIChatInputApplicationCommandInteractionData,
  APIEmbed,
  APIInteraction,
  APIMessageApplicationCommandInteractionData,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import { type LanguageName, languageFor } from '../../language/names.ts';
import { parsePermissions } from '../permissions.ts';
import { displayedTexts } from '../rendering/displays.ts';
import type { AttachedFile, ChannelAccess, PickedChannel } from './context.ts';

/** Discord's numbers for the kinds of interactions, commands and options. */
const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
const chatInput = 1;
const messageMenu = 3;
const subcommand = 1;
/** Discord's numbers for an installation on a server, and for direct messages with the bot. */
const byGuild = 0;
const botMessages = 1;

/** The common part of all interactions. */
export interface InteractionOrigin {
  /** The ids that an answer has to repeat. */
  readonly request: Pick<APIInteraction, 'id' | 'token' | 'application_id'>;
  readonly userId: string;
  /** The roles of the user in the guild. */
  readonly roleIds: readonly string[];
  /** Null in direct messages, and where the bot is installed by the user alone. */
  readonly guildId: string | null;
  /** Whether it comes from the user's direct messages with the bot. */
  readonly isDirect: boolean;
  /** The language of the user's client. */
  readonly language: LanguageName;
  /** The language of the guild; where there is none, that of the user. */
  readonly guildLanguage: LanguageName;
  /** The channel of the interaction. In direct messages it has no permissions. */
  readonly here: ChannelAccess;
}

/** An option as typed. */
export interface RawOption {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly isFocused: boolean;
}

/** A command as typed. Nothing of it is checked yet. */
export interface RawCommand {
  /** With its subcommand: `digest settings`. */
  readonly name: string;
  readonly options: readonly RawOption[];
  /** The channels that options name by their id. */
  readonly channels: ReadonlyMap<string, PickedChannel>;
  /** The files that options name by their id. */
  readonly files: ReadonlyMap<string, AttachedFile>;
}

/** A button that was pressed, a menu that was used, or a form that was sent: `<verb>:<row id>…`. */
export interface RawPress {
  readonly verb: string;
  readonly rest: readonly string[];
  readonly values: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

/** A message that somebody chose, with everything in it that can name a paper. */
export interface ReadMessage {
  /** Its text, and the texts and addresses of its embeds. */
  readonly texts: readonly string[];
}

/** A command of the menu of a message. */
interface RawMenu {
  /** Its name in English. */
  readonly name: string;
  readonly message: ReadMessage;
}

/** An interaction as the bot sees it. Only this file knows the payload. */
export type Interaction = InteractionOrigin &
  (
    | { readonly kind: 'command' | 'autocomplete'; readonly command: RawCommand }
    | { readonly kind: 'menu'; readonly menu: RawMenu }
    | { readonly kind: 'press'; readonly press: RawPress }
  );

/** Null for interactions that the bot registers nothing for, such as commands of the menu of a person. */
export function readInteraction(interaction: APIInteraction): Interaction | null {
  switch (interaction.type) {
    case interactionType.command:
      if (isMessageMenu(interaction.data))
        return { ...readOrigin(interaction), kind: 'menu', menu: readMenu(interaction.data) };
      if (!isChatInput(interaction.data)) return null;
      return { ...readOrigin(interaction), kind: 'command', command: readCommand(interaction.data) };
    case interactionType.autocomplete:
      return { ...readOrigin(interaction), kind: 'autocomplete', command: readCommand(interaction.data) };
    case interactionType.component:
    case interactionType.modal:
      return { ...readOrigin(interaction), kind: 'press', press: readPress(interaction) };
    default:
      return null;
  }
}

const isChatInput = (
  data: APIApplicationCommandInteractionData,
): data is APIChatInputApplicationCommandInteractionData => data.type === chatInput;

const isMessageMenu = (
  data: APIApplicationCommandInteractionData,
): data is APIMessageApplicationCommandInteractionData => data.type === messageMenu;

function readMenu({ name, target_id, resolved }: APIMessageApplicationCommandInteractionData): RawMenu {
  const message = resolved.messages[target_id];
  // A forwarded message has its texts in snapshots.
  const forwarded = message?.message_snapshots?.map((snapshot) => snapshot.message) ?? [];
  const parts = [...(message === undefined ? [] : [message]), ...forwarded];
  const texts = parts.flatMap(({ content, embeds, components = [] }) => [
    content,
    ...embeds.flatMap(textsOf),
    ...displayedTexts(components),
  ]);
  return { name, message: { texts } };
}

const textsOf = ({ url, title, description, fields = [], footer, author }: APIEmbed): readonly string[] =>
  [
    url,
    author?.url,
    author?.name,
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ].filter((text) => text !== undefined);

type UserInteraction = Exclude<APIInteraction, { type: 1 }>;

function readOrigin(interaction: UserInteraction): InteractionOrigin {
  const { id, token, application_id, channel, member } = interaction;
  const guildId = guildWithBot(interaction);
  return {
    request: { id, token, application_id },
    userId: member?.user.id ?? interaction.user?.id ?? '',
    roleIds: member?.roles ?? [],
    guildId,
    isDirect: interaction.context === botMessages,
    language: languageFor(interaction.locale),
    // A personal digest belongs to one person, so it speaks as they do.
    guildLanguage: languageFor(guildId === null ? interaction.locale : interaction.guild_locale),
    here: {
      id: channel?.id ?? interaction.channel_id ?? '',
      type: channel?.type ?? 0,
      invoker: parsePermissions(member?.permissions),
      bot: parsePermissions(interaction.app_permissions),
      name: channel !== undefined && 'name' in channel ? (channel.name ?? null) : null,
      isLocked: channel !== undefined && 'thread_metadata' in channel && channel.thread_metadata?.locked === true,
    },
  };
}

/** The guild, if the bot is on it: an app that a user installed works on any server. */
function guildWithBot({ guild_id: guildId, authorizing_integration_owners: owners }: UserInteraction): string | null {
  if (guildId === undefined) return null;
  return owners[byGuild] === guildId ? guildId : null;
}

type CommandData = Pick<
  APIChatInputApplicationCommandInteractionData | APIAutocompleteApplicationCommandInteractionData,
  'name' | 'options' | 'resolved'
>;

function readCommand({ name, options = [], resolved }: CommandData): RawCommand {
  const channels = new Map(
    Object.entries(resolved?.channels ?? {}).map(([id, { type, permissions }]) => [
      id,
      { id, type, invoker: parsePermissions(permissions) },
    ]),
  );
  const files = new Map(
    Object.entries(resolved?.attachments ?? {}).map(([id, { filename, size, url }]) => [
      id,
      { name: filename, size, url },
    ]),
  );
  const [first] = options;
  if (first?.type !== subcommand) return { name, options: readOptions(options), channels, files };
  return { name: `${name} ${first.name}`, options: readOptions(first.options ?? []), channels, files };
}

const readOptions = (options: readonly APIApplicationCommandInteractionDataOption[]): readonly RawOption[] =>
  options.flatMap((option) =>
    'value' in option
      ? [{ name: option.name, value: option.value, isFocused: 'focused' in option && option.focused === true }]
      : [],
  );

function readPress({ data }: APIMessageComponentInteraction | APIModalSubmitInteraction): RawPress {
  const [verb = '', ...rest] = data.custom_id.split(':');
  const values = 'values' in data ? data.values : [];
  return { verb, rest, values, fields: 'components' in data ? readFields(data.components) : {} };
}

/** The texts of a form by their custom_id. Older forms have them in rows, newer ones in labels. */
function readFields(components: APIModalSubmitInteraction['data']['components']): Record<string, string> {
  const inputs = components.flatMap((component) => {
    if ('component' in component) return [component.component];
    return 'components' in component ? component.components : [];
  });
  return Object.fromEntries(
    inputs.flatMap((input) =>
      'value' in input && typeof input.value === 'string' ? [[input.custom_id, input.value]] : [],
    ),
  );
}
