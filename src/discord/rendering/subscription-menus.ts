import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import type { Say } from '../../language/say.ts';
import type { Subscription } from '../../store/channels.ts';
import { blockReasons } from '../posting-problem.ts';
import { button, channelSelect, customId, row, type SelectOption, select } from './components.ts';
import type { DigestTiming } from './next-digest.ts';

export interface ListedChannel {
  readonly channelId: string;
  /** Why nothing can be posted there; null if the channel is not blocked. */
  readonly blockedReason: string | null;
  /** Its name; null if it is not known. */
  readonly name: string | null;
  /** When it gets its next digest; null if it has no settings. */
  readonly timing: DigestTiming | null;
  readonly subscriptions: readonly Subscription[];
}

/** A line of the list: a subscription in its channel. */
export interface ShownRow {
  readonly channel: ListedChannel;
  readonly subscription: Subscription;
}

/** What the list shows, as components carry it: `all` or a channel, and the page. */
export type ListState = readonly [channel: string, page: number];

/** Whether the channel was deleted. */
export const isGone = ({ blockedReason }: ListedChannel): boolean => blockedReason === blockReasons.gone;

/** The menus to change and remove the shown subscriptions. If a channel is gone, others move or remove its topics. */
export function listMenus(
  state: ListState,
  shown: readonly ShownRow[],
  say: Say,
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  if (shown.length === 0) return [];
  const options = optionsOf(shown);
  const gone = shown.find(({ channel }) => isGone(channel))?.channel;
  return [
    row(select(customId('list-edit', ...state), say('subscriptions.changeTopic'), options)),
    row(select(customId('list-remove', ...state), say('subscriptions.removeSubscription'), options)),
    // A message has five rows, and what is broken comes first.
    ...(gone === undefined ? pauseMenu(state, shown, say) : goneMenus(gone, say)),
  ];
}

/** Each option names its channel if the page shows several: two channels can have the same topic. */
function optionsOf(shown: readonly ShownRow[]): readonly SelectOption[] {
  const hasSeveral = new Set(shown.map(({ channel }) => channel.channelId)).size > 1;
  return shown.map(({ channel, subscription: { id, topic } }) => {
    const place = `#${(channel.name ?? channel.channelId).slice(0, 40)}`;
    return { value: String(id), label: hasSeveral ? `${place}: ${topic}` : topic };
  });
}

/** What the menu of pauses does with the chosen channel. */
export const pauseSteps = ['pause', 'resume'] as const;

/** One option for each channel that gets digests: to pause them, or to let them come again. */
function pauseMenu(
  state: ListState,
  shown: readonly ShownRow[],
  say: Say,
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const options = [...new Set(shown.map(({ channel }) => channel))].flatMap(({ channelId, name, timing }) => {
    if (timing === null) return [];
    const [pause, resume] = pauseSteps;
    const step = timing.pausedAt === null ? pause : resume;
    const channel = `#${(name ?? channelId).slice(0, 40)}`;
    return [{ value: `${step} ${channelId}`, label: say(`subscriptions.${step}`, { channel }) }];
  });
  return options.length === 0
    ? []
    : [row(select(customId('list-pause', ...state), say('subscriptions.pauseOrResume'), options))];
}

function goneMenus(
  { channelId, name }: ListedChannel,
  say: Say,
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const channel = name === null ? say('subscriptions.deletedChannel') : `#${name.slice(0, 40)}`;
  return [
    row(channelSelect(customId('move-topics', channelId), say('subscriptions.moveTopics', { channel }))),
    row(button(customId('drop-topics', channelId), say('subscriptions.removeTopics', { channel }), 'danger')),
  ];
}
