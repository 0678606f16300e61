/** The discussion of a paper in a thread: where it is, and why there is none. */
export const discussion = {
  found: 'The discussion of this paper is in {thread}.',
  beingOpened: 'Somebody is opening the discussion right now. Try again in a moment.',
  noThreads: 'There are no threads here. Use Discuss on a server.',
  locked: 'The discussion of this paper is in {thread}, which is locked. Ask a moderator to unlock it.',
  youLack:
    'You cannot open a discussion in {channel}: you lack the {n, plural, one {permission} other {permissions}} {names} there. Ask someone who manages the channel.',
  iLack:
    'I cannot open a discussion in {channel}: I lack the {n, plural, one {permission {names} there. Ask someone who manages the channel to give it to me.} other {permissions {names} there. Ask someone who manages the channel to give them to me.}}',
  forumTag:
    'I cannot open a discussion in {channel}: the forum requires a tag, and has none named Papers or Digest. Ask someone who manages the forum to add one.',
  failed: 'I could not open the discussion: {reason}. Try again in a minute.',
} as const;
