/** Answers of `/digest now`, `/digest preview` and `/digest resume`. */
export const posting = {
  posted:
    'Done: {papers, plural, one {# paper} other {# papers}} posted in {channel}, in {messages, plural, one {# message} other {# messages}}.',
  postedRest:
    'Done: the rest of the digest posted in {channel}, in {messages, plural, one {# message} other {# messages}}.',
  alreadyPosted: '{channel} already has its digest of {day}, and gets one a day. Next digest: {next}.',
  queued: 'The digest for {channel} is not complete yet. I try again {when}. You need not run this again.',
  queuedBecause:
    'The digest for {channel} is not complete yet: {reason}. I try again {when}. You need not run this again.',
  incomplete:
    '{arrived, number} of {messages, plural, one {# message} other {# messages}} of the digest of {day} came to {channel}. {rest, select, uncertain {The rest may or may not be there} other {The rest could not be posted}}{reason}. See `/digest status` for more.',
  because: ': {reason}',
  blocked: 'Nothing can be posted in {channel}: {reason}. {next}',
  nothingSubscribed: '{channel} has no subscription, so it gets no digest. Make one with `/subscribe`.',
  nothingNew:
    'Nothing is new for {channel}: no paper since its last digest (or since its subscription) matches. Find earlier papers with `/papers search`.',
  goesOn: 'The digest goes on: {messages, plural, one {# more message} other {# more messages}}.',
  notPaused: 'The digest of {channel} is not paused, so nothing was changed. See `/digest status`.',
  resumed: 'Done: {channel} gets its digest again. The next digest comes {next}, with what matched meanwhile.',
  resumedWithout:
    'Done: {channel} gets its digest again. The next digest comes {next}, with what matched in the last {days, number} days. {papers, plural, one {# older paper that matched will not be posted; `/papers search` finds it} other {# older papers that matched will not be posted; `/papers search` finds them}}.',
  resumeAnnounced: '{person} resumed the digest of this channel. The next digest comes {next}.',
} as const;
