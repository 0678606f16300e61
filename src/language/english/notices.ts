/** Notices about channels that are blocked, and about messages that were lost. */
export const notices = {
  yourServer: 'your server',
  server: 'the server **{name}**',
  gone: 'A channel of {server} was deleted, so the papers on its topics have no place.',
  goneNamed: 'The channel **#{channel}** of {server} was deleted, so the papers on its topics have no place.',
  goneNext: 'Run `/subscriptions` on that server: it moves the topics to another channel, or removes them.',
  blocked: 'I cannot post the papers in {channel} (of {server}): {reason}.',
  blockedNamed: 'I cannot post the papers in {channel} (**#{name}** of {server}): {reason}.',
  unblock: '{next} I drop a message that waits for more than 7 days.',
  noNeed: 'If the channel needs no papers any more, remove its topics with `/subscriptions`.',
  digest: 'the digest of {day} for {channel}',
  digestOn: 'the digest of {day} for {channel} (server **{server}**)',
  dropped:
    'I could not post {n, plural, one {message} other {messages}} {parts} of {all, number} of {digest}: {reason}.',
  leftOut:
    'I left {n, plural, one {# paper} other {# papers}} out of {digest}: Discord refuses {n, plural, one {it} other {them}}.',
  uncertain:
    'I do not know whether {n, plural, one {message} other {messages}} {parts} of {all, number} of {digest} arrived: {reason}. I do not send twice what may have arrived.',
  noReason: 'Discord does not say why',
  seeStatus: 'See what became of the digest with `/digest status`.',
  lookFor:
    'Look for {n, plural, one {this paper} other {these papers}} in the channel, or read {n, plural, one {it} other {them}} here: {papers}',
  read: 'Read the missing {n, plural, one {paper} other {papers}} here: {papers}',
  andMore: '{list} and {n, number} more',
} as const;
