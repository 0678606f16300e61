import type { EmbedView, MessageView } from '../discord/message-view.ts';
import type { World } from '../discord/world.ts';
import type { Channel } from '../discord/world-shapes.ts';
import type { Person } from '../person.ts';
import { type ComponentPlace, cssColor, viewComponent, viewPicture } from './component-view.ts';
import { isWebAddress, type Names, readMarkdown } from './markdown.ts';
import type { PageEmbed, PageFile, PageMessage } from './page-types.ts';

/** How many messages of a channel the page shows: the latest. */
const shownMessages = 60;

/** The messages that a person sees in a channel, as the page draws them, oldest first. */
export function viewMessages(person: Person, channel: Channel, world: World): readonly PageMessage[] {
  const place = placeOf(channel, world);
  return person
    .read(channel)
    .slice(-shownMessages)
    .map((message) => viewMessage(message, place));
}

/** The place of the components of a channel's messages. */
export function placeOf(channel: Channel, world: World): ComponentPlace {
  return { world, channel, names: namesOf(world), localAddress: () => null };
}

/** The names of everything in a world. */
const namesOf = (world: World): Names => ({
  user: (id) => world.users.get(id)?.username,
  role: (id) => [...world.guilds.values()].map(({ roles }) => roles.get(id)?.name).find((name) => name !== undefined),
  channel: (id) => world.channels.get(id)?.name,
});

function viewMessage(message: MessageView, plain: ComponentPlace): PageMessage {
  const { world, names } = plain;
  const place = { ...plain, localAddress: (address: string) => attachmentAddress(address, message) };
  const { origin } = message;
  return {
    id: message.id,
    author: { name: message.author, isApp: world.users.get(message.authorId)?.bot === true },
    at: message.createdAt,
    isEdited: message.editedAt !== undefined && origin === undefined,
    isPrivate: message.ephemeral,
    isThinking: message.loading,
    usedBy:
      origin?.commandName === undefined
        ? null
        : { name: world.users.get(origin.userId)?.username ?? '', command: origin.commandName },
    text: readMarkdown(message.content, names),
    embeds: message.embeds.map((embed) => viewEmbed(embed, place)),
    components: message.components.flatMap((component) => viewComponent(component, place)),
    files: filesOf(message),
    thread: threadOf(message, world),
  };
}

function viewEmbed(embed: EmbedView, { names, localAddress }: ComponentPlace): PageEmbed {
  const read = (text: string | undefined) => readMarkdown(text ?? '', names);
  const picture = (one: { readonly url?: string } | undefined, what: string) =>
    one?.url === undefined ? null : viewPicture(one.url, what, localAddress);
  return {
    color: embed.color === undefined ? null : cssColor(embed.color),
    author: embed.author?.name ?? '',
    title: read(embed.title),
    address: embed.url !== undefined && isWebAddress(embed.url) ? embed.url : null,
    description: read(embed.description),
    fields: (embed.fields ?? []).map(({ name, value, inline = false }) => ({
      name: read(name),
      value: read(value),
      isInline: inline,
    })),
    image: picture(embed.image, 'Picture'),
    thumbnail: picture(embed.thumbnail, 'Thumbnail'),
    footer: embed.footer?.text ?? '',
    at: embed.timestamp === undefined ? null : Date.parse(embed.timestamp),
  };
}

/** Discord's `attachment://name` and its own addresses of attachments, as addresses of the page's server. */
function attachmentAddress(address: string, { attachments, channelId }: MessageView): string | null {
  const name = /^attachment:\/\/(.+)$/.exec(address)?.[1];
  const id = /\/attachments\/\d+\/(\d+)\//.exec(address)?.[1];
  const found = attachments.find((file) => file.id === id || file.filename === name);
  return found === undefined ? null : fileAddress(channelId, found);
}

const fileAddress = (channelId: string, { id, filename }: { readonly id: string; readonly filename: string }): string =>
  `/files/${channelId}/${id}/${encodeURIComponent(filename)}`;

function filesOf({ attachments, channelId, embeds }: MessageView): readonly PageFile[] {
  const inEmbeds = embeds.flatMap(({ image, thumbnail }) => [image?.url, thumbnail?.url]);
  return attachments
    .filter(({ filename }) => !inEmbeds.includes(`attachment://${filename}`))
    .map((file) => ({
      name: file.filename,
      address: fileAddress(channelId, file),
      bytes: file.data.byteLength,
      isPicture: pictureTypes.has(file.contentType),
      description: file.description ?? file.filename,
    }));
}

/** The types of files that the page shows as pictures. */
export const pictureTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

function threadOf({ threadId }: MessageView, world: World): PageMessage['thread'] {
  const thread = threadId === undefined ? undefined : world.channels.get(threadId);
  return thread === undefined ? null : { id: thread.id, name: thread.name, messages: thread.messages?.length ?? 0 };
}
