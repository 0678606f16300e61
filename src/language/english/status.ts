/** The panel of `/digest status`. A run and a source are lists of facts, joined by commas. */
export const status = {
  title: '**Digest status of {channel}**',
  nothingSubscribed: 'Nothing is subscribed here, so no digest comes. Subscribe with `/subscribe`.',
  waiting: 'Waiting for {sources}: the digest of {day} goes out at {until}, with the papers that I have by then.',
  unreadable:
    '**{n, plural, one {# topic} other {# topics}} cannot be read**, so their papers are missing. See `/subscriptions`.',
  damagedMeaning:
    'Topics by meaning, as in `about:"…"`, do not work: the bot’s table of word vectors is damaged. Tell the host of the bot, whose log says more.',
  permitted: 'Permissions: I have all I need here.',
  lacking:
    "Permissions: I lack **{names}** here. Give {n, plural, one {it} other {them}} to me in the channel's settings, under Permissions.",
  whyHistory: '-# After an interruption I read the history, to see whether a message arrived.',
  lastDigests: '**Last digests**',
  sources: '**Sources**',
  run: '• {day}: **{state}**',
  runUnsure: '• {day}: **{state}, {n, number} of {all, number} unsure**',
  delivered: 'delivered',
  onItsWay: 'on its way',
  heldBack: 'held back',
  unsure: 'unsure',
  withdrawn: 'withdrawn',
  notMade: 'not made',
  waitingRun: 'waiting',
  quiet: 'quiet',
  failed: 'failed',
  shown: '{shown, number} of {matched, plural, one {# matching paper} other {# matching papers}}',
  nothingNew: 'nothing new since you subscribed',
  announced: '{n, number} announced',
  without: 'without {sources}',
  nextHasThem: 'its papers come with the next digest',
  leftOut:
    '{n, plural, one {# paper left out, because Discord refuses it} other {# papers left out, because Discord refuses them}}',
  dropped: '{n, number} of {all, plural, one {# message} other {# messages}} dropped',
  droppedBecause: '{n, number} of {all, plural, one {# message} other {# messages}} dropped: {reason}',
  maybeMissing:
    '{n, number} of {all, plural, one {# message} other {# messages}} may be missing (look in the channel; I do not send twice what may have arrived)',
  maybeMissingBecause:
    '{n, number} of {all, plural, one {# message} other {# messages}} may be missing (look in the channel; I do not send twice what may have arrived): {reason}',
  publishing:
    '{n, number} of {all, plural, one {# message} other {# messages}} not published yet to the servers that follow this channel (Discord limits this; next attempt {when})',
  unpublished:
    '{n, number} of {all, plural, one {# message} other {# messages}} not published to the servers that follow this channel: {reason}',
  notAsked: '• {source}: **waiting**, not asked yet',
  source: '• {source}: **{state}** {day}',
  sourceKind: '• {source}: **{state}** {day} ({kind, select, weekend {weekend} holiday {holiday} other {late}})',
  stale: 'stale',
  partial: 'partial',
  announcedNothing: 'announced nothing',
  papers: '{n, plural, one {# paper} other {# papers}} ({fresh, number} new)',
  asked: 'asked {when}',
  again: 'again {when}',
} as const;
