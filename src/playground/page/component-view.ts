import type { ComponentView } from '../discord/message-view.ts';
import type { World } from '../discord/world.ts';
import type { Channel } from '../discord/world-shapes.ts';
import { isWebAddress, type Names, readMarkdown } from './markdown.ts';
import type { PageComponent, PageField, PageForm, PageMenu, PageOption, PagePicture } from './page-types.ts';

/** Where components stand: menus offer the people, roles and channels of the place. */
export interface ComponentPlace {
  readonly world: World;
  readonly channel: Channel;
  readonly names: Names;
  /** Makes an address that the page can load of an attachment's. */
  readonly localAddress: (address: string) => string | null;
}

const buttonStyles = ['primary', 'secondary', 'success', 'danger', 'link'] as const;
const fileType = 13;

/** A component as the page draws it. Kinds that Discord may add are left out. */
export function viewComponent(component: ComponentView, place: ComponentPlace): readonly PageComponent[] {
  const inside = () => (component.components ?? []).flatMap((one) => viewComponent(one, place));
  switch (component.type) {
    case 1:
      return [{ kind: 'row', inside: inside() }];
    case 2:
      return [viewButton(component)];
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return [viewMenu(component, place)];
    case 9:
      return [{ kind: 'section', inside: inside(), beside: accessoryOf(component, place) }];
    case 10:
      return [{ kind: 'words', text: readMarkdown(component.content ?? '', place.names) }];
    case 11:
    case 12:
    case fileType:
      return [{ kind: 'pictures', pictures: picturesOf(component, place) }];
    case 14:
      return [{ kind: 'separator' }];
    case 17:
      return [{ kind: 'container', inside: inside(), ...colorOf(component) }];
    default:
      return [];
  }
}

const accessoryOf = ({ accessory }: ComponentView, place: ComponentPlace): PageComponent | null =>
  accessory === undefined ? null : (viewComponent(accessory, place)[0] ?? null);

function colorOf(component: ComponentView): { readonly color?: string } {
  const color = (component as { readonly accent_color?: number }).accent_color;
  return color === undefined ? {} : { color: cssColor(color) };
}

/** `#5865f2` */
export const cssColor = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;

function viewButton(component: ComponentView): PageComponent {
  const { custom_id = '', label, style = 2, url, disabled = false } = component;
  const emoji = (component as { readonly emoji?: { readonly name?: string } }).emoji?.name;
  return {
    kind: 'button',
    id: custom_id,
    label: [emoji, label].filter((text) => text !== undefined).join(' '),
    style: buttonStyles[style - 1] ?? 'secondary',
    address: url !== undefined && isWebAddress(url) ? url : null,
    isDisabled: disabled,
  };
}

function viewMenu(component: ComponentView, place: ComponentPlace): PageMenu {
  const { custom_id = '', placeholder, min_values = 1, max_values = 1, disabled = false } = component;
  const options = optionsOf(component, place);
  const label = placeholder ?? 'Make a selection';
  return { kind: 'menu', id: custom_id, label, options, least: min_values, most: max_values, isDisabled: disabled };
}

function optionsOf(component: ComponentView, { world, channel }: ComponentPlace): readonly PageOption[] {
  const guild = world.guilds.get(channel.guildId ?? '');
  const users = [...(guild?.members.keys() ?? [])].flatMap((id) => world.users.get(id) ?? []);
  const userOptions = users.map(({ id, username }) => ({ value: id, label: username }));
  const roleOptions = [...(guild?.roles.values() ?? [])].map(({ id, name }) => ({ value: id, label: name }));
  if (component.type === 5) return userOptions;
  if (component.type === 6) return roleOptions;
  if (component.type === 7) return [...userOptions, ...roleOptions];
  if (component.type === 8) return channelOptions(component, channel, world);
  return (component.options ?? []).map(({ value, label, description, default: isDefault }) => ({
    value,
    label,
    ...(description === undefined ? {} : { description }),
    ...(isDefault === true ? { isChosen: true } : {}),
  }));
}

function channelOptions(component: ComponentView, { guildId }: Channel, world: World): readonly PageOption[] {
  const types = (component as { readonly channel_types?: readonly number[] }).channel_types;
  return [...world.channels.values()]
    .filter((each) => each.guildId === guildId && (types === undefined || types.includes(each.type)))
    .map(({ id, name }) => ({ value: id, label: `#${name}` }));
}

interface Media {
  readonly media?: { readonly url?: string };
  readonly file?: { readonly url?: string };
  readonly items?: readonly Media[];
  readonly description?: string;
}

function picturesOf(component: ComponentView, place: ComponentPlace): readonly PagePicture[] {
  const media = component as Media;
  return (media.items ?? [media]).map((one) =>
    viewPicture((one.media ?? one.file)?.url ?? '', one.description ?? '', place.localAddress),
  );
}

/** A picture of this Discord, or one on the internet. */
export function viewPicture(
  url: string,
  description: string,
  localAddress: ComponentPlace['localAddress'],
): PagePicture {
  const local = localAddress(url);
  return { address: local ?? (isWebAddress(url) ? url : ''), isLocal: local !== null, description };
}

/** A form that the bot opened. */
export function viewForm(
  id: string,
  form: { readonly title: string; readonly components: readonly ComponentView[] },
  place: ComponentPlace,
): PageForm {
  const fields = form.components.flatMap((component): readonly PageField[] => {
    const inputs = component.component === undefined ? (component.components ?? []) : [component.component];
    return inputs.map((input) => viewField(input, component, place));
  });
  return { id, title: form.title, fields };
}

function viewField(input: ComponentView, around: ComponentView, place: ComponentPlace): PageField {
  const hint = (around as { readonly description?: string }).description ?? '';
  const label = around.label ?? input.label ?? '';
  const common = { id: input.custom_id ?? '', label, hint, isRequired: input.required !== false };
  if (input.type !== 4) return { ...common, kind: 'menu', menu: viewMenu(input, place) };
  return {
    ...common,
    kind: 'text',
    value: input.value ?? '',
    isLong: input.style === 2,
    longest: input.max_length ?? 4000,
  };
}
