/**
 * Answers of `/digest why`. `{subject}` begins a sentence: “This paper”, or its duplicate. `{because}` is empty, or a
 * colon with the reason.
 */
export const trail = {
  listedBy: 'Listed by {listings}',
  listing:
    '{source} on {day} ({how, select, new {new} pick {picked} cross {cross-listed} replace {new version} other {new version, cross-listed}})',
  received: 'Received {at}',
  topics: '**Topics of {channel}**',
  moreTopics: 'and {n, plural, one {# more topic} other {# more topics}}',
  misses: '• **{topic}** does not match: {reason}',
  matches: '• **{topic}** matches: {reason}',
  late: '{line}; subscribed {at}, after the paper came in',
  unreadable: 'it cannot be read: {reason}',
  thisPaper: 'This paper',
  duplicate: '{paper}, which has the same title and authors,',
  because: ': {reason}',
  posted: '{subject} was posted in the digest of {day} for {channel}.',
  postedAt: '{subject} was posted in the digest of {day} for {channel}. {link}',
  blocked: '{subject} is in the digest of {day} for {channel}, which cannot be posted{because}. {next}',
  dropped:
    '{subject} is in the digest of {day} for {channel}, but that message could not be posted{because}. Show it with `/papers show`.',
  uncertain:
    '{subject} is in the digest of {day} for {channel}. I do not know whether that message arrived, so I did not send it again{because}. Look for it in the channel.',
  uncertainFrom:
    '{subject} is in the digest of {day} for {channel}. I do not know whether that message arrived, so I did not send it again{because}. Look for it in the channel, from {from} on.',
  withdrawn:
    '{subject} was in the digest of {day} for {channel}, which was withdrawn: the channel’s last subscription was removed before I sent the digest. Show it with `/papers show`.',
  onItsWay:
    '{subject} is in the digest of {day} for {channel}, which is on its way{because}. I keep trying. You need not do anything.',
  onItsWayAgain:
    '{subject} is in the digest of {day} for {channel}, which is on its way{because}. I try again {when}. You need not do anything.',
  refused:
    '{subject} was in the digest of {day} for {channel}, but I left it out, because Discord refuses it. Show it with `/papers show`.',
  noSubscription: '{channel} has no subscription, so it gets no papers. Make one with `/subscribe`.',
  notListed:
    'This paper was in no listing that I pulled, so no digest could hold it. It is older than my first pull, or it is not announced yet. Show it in {channel} with `/papers show`.',
  inNoListing: 'This paper was in no listing, so it did not count as new. Show it in {channel} with `/papers show`.',
  newVersionOnly:
    'This paper was listed as a new version only, so it did not count as new. Show it in {channel} with `/papers show`.',
  noMatch:
    'This paper did not come to {channel}, because no topic matches. See below what each topic misses. Change one with `/subscriptions`.',
  past: 'This paper was announced around {day}. I received it later, with papers of the past, which are not posted. Show it in {channel} with `/papers show`.',
  beforeSubscription:
    'This paper matches, but I received it before {channel} subscribed to a topic that matches. A subscription brings later papers only. Show it with `/papers show`.',
  otherSources:
    'This paper matches, but the digests of {channel} take only papers from {sources}. Change it with `/digest settings`.',
  otherSourcesOn:
    'This paper matches, but the digests of {channel} take only papers from {sources}. It was not in the digest of {day}. Change it with `/digest settings`.',
  fewUpvotes:
    'This paper matches, but the digests of {channel} take only papers with {least, plural, one {# upvote} other {# upvotes}} or more, and it has {upvotes, plural, =0 {none} one {#} other {#}} so far. Change it with `/digest settings`.',
  fewUpvotesOn:
    'This paper matches, but the digests of {channel} take only papers with {least, plural, one {# upvote} other {# upvotes}} or more, and it has {upvotes, plural, =0 {none} one {#} other {#}} so far. It was not in the digest of {day}. Change it with `/digest settings`.',
  noUpvotes:
    'This paper matches, but the digests of {channel} take only papers with {least, plural, one {# upvote} other {# upvotes}} or more, and no source counts any for it. Change it with `/digest settings`.',
  noUpvotesOn:
    'This paper matches, but the digests of {channel} take only papers with {least, plural, one {# upvote} other {# upvotes}} or more, and no source counts any for it. It was not in the digest of {day}. Change it with `/digest settings`.',
  overMaximum:
    'This paper matched, but the digest of {day} for {channel} holds {n, plural, one {# paper} other {# papers}} only, and it was not among them. Raise the maximum with `/digest settings`.',
  leftOut:
    'This paper matches the topics of {channel}, but was left out when it was considered. A topic, the settings or the paper has changed since then. Show it with `/papers show`.',
  leftOutOf:
    'This paper matches the topics of {channel}, but was left out when it was considered for the digest of {day}. A topic, the settings or the paper has changed since then. Show it with `/papers show`.',
  comingBlocked: 'This paper waits for the next digest of {channel}, where nothing can be posted: {reason}. {next}',
  comingPaused:
    'This paper matches, but the digest of {channel} is {when}. The first digest after a pause has only the papers of the last few days.',
  comingOverMaximum:
    'This paper matches, but {n, plural, one {# other paper} other {# other papers}} would come first in the next digest of {channel}, {when}. That digest holds no more. Raise the maximum with `/digest settings`.',
  coming: 'This paper will be in the next digest of {channel}, {when}. See it with `/digest preview`.',
  place: 'Place {place, number}',
  placeOf: 'Place {place, number} of {n, number}',
  oneOf: 'One of {n, plural, one {# paper} other {# papers}} that matched',
  ordered: '{place}, {order}',
  orderedHere: 'Digests here are ordered {order}',
  placeAndOrder: '{place}. Digests here are ordered {order}',
  byVotes: 'by upvotes; this paper has {n, plural, one {# upvote} other {# upvotes}}.',
  byDate: 'by date; this paper is of {date}.',
  byNoDate: 'by date; this paper has none.',
  byRelevance: 'by relevance.',
  byRelevanceFor:
    'by relevance: {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} of {n, number} for **{topic}**.',
  raised: '{n, plural, one {# upvote raises it {times} times} other {# upvotes raise it {times} times}}.',
  raisedByMarks: '{n, plural, one {# mark raises it {times} times} other {# marks raise it {times} times}}.',
  loweredByMarks: '{n, plural, one {# mark lowers it {times} times} other {# marks lower it {times} times}}.',
  unmoved: '{n, plural, one {# mark does not move it} other {# marks do not move it}}.',
  lowered: 'As a cross-list it counts {share} times.',
  relevance: 'relevance {relevance} ({high} is high)',
} as const;
