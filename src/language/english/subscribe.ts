/** The preview of a subscription, and what its buttons answer. */
export const subscribe = {
  preview: '**Preview. Nothing is subscribed yet.**',
  would: '{channel} would get papers on **{topic}**.',
  wouldInstead: '{channel} would get papers on **{topic}** instead of **{replaced}**.',
  recent: 'Recent papers that match',
  subscribe: 'Subscribe',
  change: 'Change',
  edit: 'Edit',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was changed.',
  noForecast: 'Forecast: none yet, since no papers are stored.',
  forecastSoFar:
    'Forecast: {n, plural, one {# paper} other {# papers}} so far, because not all stored papers are indexed yet.',
  forecastOneDay:
    'The last day with papers brought {n, plural, =0 {none that match} one {# that matches} other {# that match}}.',
  forecastNone:
    '{window, select, days {Last {days, number} days} other {Last {days, number} days with papers}}: no paper matches.',
  forecast:
    '{window, select, days {Last {days, number} days} other {Last {days, number} days with papers}}: {rate} ({n, plural, one {# paper} other {# papers}}).',
  line: 'Papers match by meaning above a line: a score of {score}, the number after the ~.',
  lineUsual:
    'Papers match by meaning above a line: a score of {score}, the number after the ~. This one suits most topics.',
  lineMoves:
    'Papers match by meaning above a line: a score of {score}, the number after the ~. {which, select, fewer {**Fewer** moves} more {**More** moves} other {**Fewer** and **More** move}} the line.',
  fewer: 'Fewer: {volume}',
  more: 'More: {volume}',
  below: 'Just below the line, left out',
  onLastDay: 'on the last day with papers',
  inLastDays: 'in the last {days, number} days',
  inLastDaysWithPapers: 'in the last {days, number} days with papers',
  youCan: 'You can still subscribe.',
  crowded:
    'That is a lot; a digest shows the best {papers, number}. Narrow it with another word, a "phrase", `title:` or a category such as `cat:cs.LG`.',
  next: 'Next digest: {next} ({schedule})',
  nextNew: 'Next digest: {next} ({schedule}), with papers announced from now on',
  previewNext: '{next}.',
  alreadyThere:
    '{channel} already gets papers on **{topic}**, so nothing was changed. Change the topic, or leave it as it is.',
  changedMeanwhile:
    'Somebody has changed this topic of {channel} to **{topic}** meanwhile, so I changed nothing. Change it again, or leave it as it is.',
  changeTopic: 'Change the topic',
  capReached:
    'This server has {n, number} subscriptions, which is the maximum. Remove one with `/unsubscribe`, or join topics with OR, as in `graphs OR trees`.',
  done: 'Done: {channel} gets papers on **{topic}**.',
  doneInstead: 'Done: {channel} gets papers on **{topic}** instead of **{replaced}**.',
  doneNext: '{next}. Change it with `/digest settings`; see a digest with `/digest preview`.',
  announced: '{person} subscribed this channel to **{topic}**.',
  announcedInstead: "{person} changed this channel's topic **{replaced}** to **{topic}**.",
  formTitle: 'Topic',
  formLabel: 'What should the papers be about?',
  formHint: 'Words, "phrases", OR, -without, (…), title: author: cat:',
  indexing:
    'The search index is being rebuilt: {percent, number} % done, the newest papers first. Digests are not affected.',
} as const;
