/** Answers of `/digest preview` about a day of the past. */
export const past = {
  postedAt: '**The digest of {day} for {channel}**, as it was posted: {link}. Only you see this copy.',
  posted: '**The digest of {day} for {channel}**, as it was posted. Only you see this copy.',
  underWay:
    '**The digest of {day} for {channel}**, as it was made. Its state: {state}. `/digest status` says more. Only you see this copy.',
  forgotten:
    'The digest of {day} for {channel} had {papers, plural, one {# paper} other {# papers}}. Its messages are no longer stored here. For its papers, run `/papers cite since:{date} until:{date}` in {channel}.',
  quiet:
    'On {day}, no new paper matched for {channel}, so it got no digest. Find papers of all days with `/papers search`.',
  stale:
    'On {day}, {channel} got no digest: no paper matched, and a part of the day’s papers was missing. Papers that came later are in later digests. `/digest status` shows what was missing.',
  waiting:
    'The digest of {day} for {channel} is not made yet: it waits for a source. `/digest status` says for which one.',
  notMade:
    'The digest of {day} for {channel} was not made: it waited for a source until its day was over. Its papers are for the digest after it. `/digest status` shows the last digests.',
  failed:
    'The digest of {day} for {channel} could not be made: {reason}. Its papers are for the digest after it. `/digest status` shows the last digests.',
  before:
    'On {day}, {channel} got no digest: its oldest topic was subscribed on {since}. Find papers of all days with `/papers search`.',
  paused: 'On {day}, {channel} got no digest: it has been paused since {since}. `/digest resume` ends the pause.',
  off: 'On {day}, {channel} got no digest. Its schedule has none on such a day: {schedule}. Change it with `/digest settings`.',
  unknown:
    'No digest of {day} is recorded for {channel}. It may have been paused, or I could not post or was away. `/digest status` shows the last digests.',
  future: 'The digest of {day} is not made yet. `/digest preview` without a day shows what would be posted now.',
  unreadable:
    '“{typed}” is not a day that I can read. Write one as in `2026-06-01`, `yesterday` or `monday`, or choose a suggestion.',
} as const;
