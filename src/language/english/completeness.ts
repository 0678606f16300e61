/** How complete the categories of a digest are. */
export const completeness = {
  more: '{n, plural, one {# more category} other {# more categories}}: complete',
  moreIncomplete:
    '{n, plural, one {# more category} other {# more categories}}: {incomplete, number} of them incomplete',
  complete: '{category} {fetched, number} of {announced, number} announced, {matched}',
  unchecked: '{category} {fetched, number} of {announced, number} announced (not checked), {matched}',
  partlyUnread: '{category} read only in part, {fetched, number} of {announced, number} announced, {matched}',
  unread: '{category} not read, {matched}',
  unreadFound: '{category} not read, {fetched, number} found by search, {matched}',
  matched: '{n, number} matched',
  matchedLate: '{n, number} matched, {late, number} late',
} as const;
