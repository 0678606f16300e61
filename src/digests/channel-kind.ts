/**
 * The kinds of channels that get digests. A digest in a forum is a post, and one in an announcement channel can be
 * published for the servers that follow it.
 */
const channelKinds = ['text', 'announcement', 'thread', 'forum'] as const;

export type ChannelKind = (typeof channelKinds)[number];

const isChannelKind = (text: string): text is ChannelKind => (channelKinds as readonly string[]).includes(text);

/** The kind of that name. Null if it is not known yet, or is one of a newer version. */
export const readChannelKind = (text: string | null): ChannelKind | null =>
  text !== null && isChannelKind(text) ? text : null;
