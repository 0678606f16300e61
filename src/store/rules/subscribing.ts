import type { SubscribeRequest, Subscription } from '../channels.ts';

/** What is stored that decides about a request to subscribe. */
interface StoredSubscriptions<Row> {
  /** The active subscription that gets the topic; null if it was removed, or if the request makes a new one. */
  readonly edited: Row | null;
  /** The active subscription of the channel to the topic; null if there is none. */
  readonly there: Row | null;
  /** How many active subscriptions the guild has. */
  readonly active: number;
}

/** What a request to subscribe does. */
type Subscribing<Row> =
  | { readonly kind: 'create' | 'removed-meanwhile' | 'cap-reached' }
  | { readonly kind: 'edit' | 'already-there' | 'changed-meanwhile'; readonly row: Row };

/**
 * What it means to subscribe to a topic, also again. A topic that the channel has stays as it is. A topic replaces another
 * one only if nobody removed or changed that one since the request was made, and needs no room below the cap.
 */
export function subscribing<Row extends Pick<Subscription, 'topic'>>(
  { replaces, replacedTopic, cap }: Pick<SubscribeRequest, 'replaces' | 'replacedTopic' | 'cap'>,
  { edited, there, active }: StoredSubscriptions<Row>,
): Subscribing<Row> {
  if (edited === null && replaces !== undefined) return { kind: 'removed-meanwhile' };
  if (there !== null) return { kind: 'already-there', row: there };
  if (edited === null) return { kind: active >= cap ? 'cap-reached' : 'create' };
  const isSeen = replacedTopic === undefined || replacedTopic === edited.topic;
  return { kind: isSeen ? 'edit' : 'changed-meanwhile', row: edited };
}

/** Whether a removed subscription can come back. It cannot if its channel has subscribed to the topic again. */
export function restoring(
  { there, active }: Omit<StoredSubscriptions<unknown>, 'edited'>,
  cap: number,
): 'restore' | 'already-there' | 'cap-reached' {
  if (there !== null) return 'already-there';
  return active >= cap ? 'cap-reached' : 'restore';
}

/** What somebody saw of a subscription before they removed it. */
export type SeenSubscription = Partial<Pick<Subscription, 'topic' | 'channelId'>>;

/** Whether a subscription is still what somebody saw. */
export const isAsSeen = (
  stored: Pick<Subscription, 'topic' | 'channelId'>,
  { topic = stored.topic, channelId = stored.channelId }: SeenSubscription,
): boolean => topic === stored.topic && channelId === stored.channelId;
