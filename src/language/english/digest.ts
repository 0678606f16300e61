/** The text of a digest around its papers. */
export const digest = {
  preview: '**Preview. Nothing is posted.**',
  part: 'Part {part, number} of {parts, number}',
  title: '### Papers for {day}',
  /** The name of a post in a forum. */
  postName: 'Papers for {day}',
  all: '{n, plural, one {# new paper} other {# new papers}} on {topics}',
  bestOne: 'The best of {n, plural, one {# new paper} other {# new papers}} on {topics}',
  best: 'The best {shown, number} of {n, plural, one {# new paper} other {# new papers}} on {topics}',
  yourTopics: 'your topics: {topics}',
  topicsAndMore: '{topics} and {n, number} more',
  announced: '{n, number} announced',
  findOther: '`/papers search` finds the other',
  findOthers: '`/papers search` finds the other {n, number}',
  late: '{n, plural, one {# paper is late: an earlier digest went out before it was announced} other {# papers are late: an earlier digest went out before they were announced}}.',
  skipped:
    '{n, plural, one {# older paper was skipped: `/papers search` finds it} other {# older papers were skipped: `/papers search` finds them}}.',
  coversAway: 'Covers {from} to {to}: I was away.',
  coversBlocked: 'Covers {from} to {to}: I could not post here.',
  missingMany:
    '{n, plural, one {# listing} other {# listings}} of {sources} could not be fetched: their papers may come later.',
  missingWaiting: '{source} had not announced {day} by {time}.',
  missingPartial: '{source} had announced only a part of {day} by {time}.',
  missingStale: "{source} still showed an earlier day's papers for {day} by {time}.",
  missingFailed: '{source} could not be reached for {day} by {time}.',
} as const;
