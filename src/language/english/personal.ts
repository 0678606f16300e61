/** Texts about personal digests, which come as direct messages. */
export const personal = {
  /** Stands where a channel is named. */
  chat: 'our chat',
  about: '-# This is about your personal digest, which comes as a direct message.',
  noSubscriptions: 'You have no subscriptions. Make one with `/subscribe`.',
  subscriptions: 'You have {n, plural, one {# subscription} other {# subscriptions}}.',
  capReached:
    'You have {n, number} subscriptions, which is the maximum. Remove one with `/unsubscribe`, or join topics with OR, as in `graphs OR trees`.',
  notHere:
    'I am not on this server, so here I can only change your personal digest. Leave out the channel, or invite me to the server.',
  cannotWrite: 'I cannot write to you: {reason}. {next}',
  closedLater: 'It is done, but I cannot write to you: {reason}. {next}',
} as const;
