/** Digests in Slack: `/digest slack`, and the first message of a webhook. */
export const slack = {
  greeting: 'From now on, the digests of {channel} on Discord are posted here, too.',
  greetingOwn: 'From now on, your digests of Paperboy are posted here, too.',
  badAddress:
    'That is not the address of an incoming webhook of Slack. It looks like {example}. Slack gives you one on the page “Incoming Webhooks” of an app.',
  noDigest: '{channel} has no topics yet, so there is no digest to send. `/subscribe` adds one.',
  already: 'That webhook gets the digest of {channel} already.',
  full: 'The digest of {channel} goes to {most, plural, one {# webhook} other {# webhooks}} already. Remove one first.',
  refused: 'Slack takes nothing for that webhook: {reason}.',
  later: 'I could not post a first message, so nothing is changed: {reason}. Try again in some minutes.',
  added: '{webhook} gets the digests of {channel} from now on. I posted a first message there.',
  addedOpenly: '{person} added a webhook of Slack, which gets the digests of this channel.',
  title: '**Slack webhooks of the digest of {channel}**',
  none: 'The digest of {channel} goes to no Slack. Run `/digest slack` with `webhook` to add one.',
  row: '{webhook}: {state}',
  fresh: 'the next digest goes there',
  sent: 'last sent on {day}',
  underWay: 'the digest of {day} is on its way',
  underWayBecause: 'the digest of {day} is tried again: {reason}',
  uncertain: 'the digest of {day} may not have arrived, and is not sent again: {reason}',
  dropped: 'the digest of {day} was not sent: {reason}',
  blocked: '**nothing is sent there:** {reason}',
  menu: 'Change a webhook …',
  remove: 'Remove {webhook}',
  retry: 'Try {webhook} again',
  removed: '{webhook} gets no more digests.',
  removedOpenly: '{person} removed a webhook of Slack, which got the digests of this channel.',
  retried: 'I try {webhook} again.',
  notice:
    'I cannot send the digests of {channel} to one of its webhooks of Slack any more: {reason}. `/digest slack` shows it, tries it again or removes it.',
  statusLine:
    'Slack: {webhooks, plural, one {# webhook} other {# webhooks}}, {unsure, plural, =0 {nothing uncertain} one {# digest may not have arrived} other {# digests may not have arrived}}, {blocked, number} blocked. See `/digest slack`.',
} as const;
