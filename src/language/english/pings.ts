/** Texts of `/papers ping` and `/papers pings`, and of the messages that ping people. */
export const pings = {
  added:
    'Done: {way, select, mention {I mention you in {channel}} other {I write to you}} when its digest has a paper on {topic}. See all with `/papers pings`.',
  changed:
    'Changed: {way, select, mention {I mention you in {channel}} other {I write to you}} from now on when its digest has a paper on {topic}.',
  full: 'You have {most, number} pings in {channel}, which is the maximum. Remove one with `/papers pings`, or join topics with OR.',
  elsewhere:
    'This works on a server, in a channel that gets digests. A personal digest needs no pings, because all of it is for you.',
  noDigest: '{channel} gets no digests, so there is nothing to ping you for. Ask a manager there to `/subscribe` it.',
  none: 'You have no pings. Make one with `/papers ping` in a channel that gets digests.',
  list: 'You have {count, plural, one {one ping} other {# pings}}.',
  row: '• {topic} in {place}: {way, select, mention {a mention} other {a direct message}}',
  remove: 'Remove a ping…',
  removed: 'Removed: I no longer ping you for {topic}.',
  noticeTitle: 'A digest of {channel} has papers on your topics:',
  noticeFoot: 'You asked for this with `/papers ping`; `/papers pings` stops it',
  noticeMore: 'and {n, plural, one {# more paper} other {# more papers}}',
} as const;
