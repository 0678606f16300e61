import type { english, Translated } from '../english.ts';

export const trail: Translated<typeof english.trail> = {
  listedBy: 'Gelistet von {listings}',
  listing:
    '{source} am {day} ({how, select, new {neu} pick {ausgewählt} cross {quergelistet} replace {neue Version} other {neue Version, quergelistet}})',
  received: 'Erhalten {at}',
  topics: '**Themen von {channel}**',
  moreTopics: 'und {n, plural, one {# weiteres Thema} other {# weitere Themen}}',
  misses: '• **{topic}** passt nicht: {reason}',
  matches: '• **{topic}** passt: {reason}',
  late: '{line}; abonniert {at}, nachdem das Paper kam',
  unreadable: 'es kann nicht gelesen werden: {reason}',
  thisPaper: 'Dieses Paper',
  duplicate: '{paper} mit gleichem Titel und gleichen Autoren',
  because: ': {reason}',
  posted: '{subject} wurde im Digest vom {day} für {channel} gepostet.',
  postedAt: '{subject} wurde im Digest vom {day} für {channel} gepostet. {link}',
  blocked: '{subject} steht im Digest vom {day} für {channel}, der nicht gepostet werden kann{because}. {next}',
  dropped:
    '{subject} steht im Digest vom {day} für {channel}, aber diese Nachricht konnte nicht gepostet werden{because}. Zeig es mit `/papers show`.',
  uncertain:
    '{subject} steht im Digest vom {day} für {channel}. Ich weiß nicht, ob diese Nachricht angekommen ist, also habe ich sie nicht noch einmal gesendet{because}. Sieh im Kanal nach.',
  uncertainFrom:
    '{subject} steht im Digest vom {day} für {channel}. Ich weiß nicht, ob diese Nachricht angekommen ist, also habe ich sie nicht noch einmal gesendet{because}. Sieh im Kanal nach, ab {from}.',
  withdrawn:
    '{subject} stand im Digest vom {day} für {channel}, der zurückgezogen wurde: Das letzte Abo des Kanals wurde entfernt, bevor ich den Digest gesendet habe. Zeig es mit `/papers show`.',
  onItsWay:
    '{subject} steht im Digest vom {day} für {channel}, der unterwegs ist{because}. Ich versuche es weiter. Du musst nichts tun.',
  onItsWayAgain:
    '{subject} steht im Digest vom {day} für {channel}, der unterwegs ist{because}. Ich versuche es {when} wieder. Du musst nichts tun.',
  refused:
    '{subject} stand im Digest vom {day} für {channel}, aber ich habe es weggelassen, weil Discord es ablehnt. Zeig es mit `/papers show`.',
  noSubscription: '{channel} hat kein Abo, also kommen keine Paper. Leg eins mit `/subscribe` an.',
  notListed:
    'Dieses Paper stand in keiner Liste, die ich geholt habe, also konnte es in keinem Digest stehen. Es ist älter als meine erste Abfrage, oder es ist noch nicht angekündigt. Zeig es in {channel} mit `/papers show`.',
  inNoListing:
    'Dieses Paper stand in keiner Liste, also zählte es nicht als neu. Zeig es in {channel} mit `/papers show`.',
  newVersionOnly:
    'Dieses Paper war nur als neue Version gelistet, also zählte es nicht als neu. Zeig es in {channel} mit `/papers show`.',
  noMatch:
    'Dieses Paper kam nicht nach {channel}, weil kein Thema passt. Unten siehst du, was jedem Thema fehlt. Ändern kannst du eins mit `/subscriptions`.',
  past: 'Dieses Paper wurde um den {day} angekündigt. Ich habe es später erhalten, mit Papern der Vergangenheit, die nicht gepostet werden. Zeig es in {channel} mit `/papers show`.',
  beforeSubscription:
    'Dieses Paper passt, aber ich habe es erhalten, bevor {channel} ein passendes Thema abonniert hat. Ein Abo bringt nur spätere Paper. Zeig es mit `/papers show`.',
  otherSources:
    'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper von {sources}. Ändere das mit `/digest settings`.',
  otherSourcesOn:
    'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper von {sources}. Es war nicht im Digest vom {day}. Ändere das mit `/digest settings`.',
  fewUpvotes:
    'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper ab {least, plural, one {# Upvote} other {# Upvotes}}, und es hat bisher {upvotes, plural, =0 {keinen} one {#} other {#}}. Ändere das mit `/digest settings`.',
  fewUpvotesOn:
    'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper ab {least, plural, one {# Upvote} other {# Upvotes}}, und es hat bisher {upvotes, plural, =0 {keinen} one {#} other {#}}. Es war nicht im Digest vom {day}. Ändere das mit `/digest settings`.',
  noUpvotes:
    'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper ab {least, plural, one {# Upvote} other {# Upvotes}}, und keine Quelle zählt welche dafür. Ändere das mit `/digest settings`.',
  noUpvotesOn:
    'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper ab {least, plural, one {# Upvote} other {# Upvotes}}, und keine Quelle zählt welche dafür. Es war nicht im Digest vom {day}. Ändere das mit `/digest settings`.',
  overMaximum:
    'Dieses Paper passte, aber der Digest vom {day} für {channel} fasst nur {n, plural, one {# Paper} other {# Paper}}, und es war nicht darunter. Erhöh die Höchstzahl mit `/digest settings`.',
  leftOut:
    'Dieses Paper passt zu den Themen von {channel}, blieb aber draußen, als es an der Reihe war. Ein Thema, die Einstellungen oder das Paper haben sich seitdem geändert. Zeig es mit `/papers show`.',
  leftOutOf:
    'Dieses Paper passt zu den Themen von {channel}, blieb aber draußen, als es für den Digest vom {day} an der Reihe war. Ein Thema, die Einstellungen oder das Paper haben sich seitdem geändert. Zeig es mit `/papers show`.',
  comingBlocked:
    'Dieses Paper wartet auf den nächsten Digest von {channel}, wo nichts gepostet werden kann: {reason}. {next}',
  comingPaused:
    'Dieses Paper passt, aber der Digest von {channel} ist {when}. Der erste Digest nach einer Pause hat nur die Paper der letzten paar Tage.',
  comingOverMaximum:
    'Dieses Paper passt, aber {n, plural, one {# anderes Paper käme} other {# andere Paper kämen}} im nächsten Digest von {channel} ({when}) zuerst. Mehr fasst er nicht. Erhöh die Höchstzahl mit `/digest settings`.',
  coming: 'Dieses Paper steht im nächsten Digest von {channel}, {when}. Sieh ihn dir mit `/digest preview` an.',
  place: 'Platz {place, number}',
  placeOf: 'Platz {place, number} von {n, number}',
  oneOf: 'Eins von {n, plural, one {# Paper, das passte} other {# Papern, die passten}}',
  ordered: '{place}, {order}',
  orderedHere: 'Digests sind hier sortiert {order}',
  placeAndOrder: '{place}. Digests sind hier sortiert {order}',
  byVotes: 'nach Upvotes; dieses Paper hat {n, plural, one {# Upvote} other {# Upvotes}}.',
  byDate: 'nach Datum; dieses Paper ist vom {date}.',
  byNoDate: 'nach Datum; dieses Paper hat keines.',
  byRelevance: 'nach Relevanz.',
  byRelevanceFor: 'nach Relevanz: {place, selectordinal, other {#.}} von {n, number} für **{topic}**.',
  raised: '{n, plural, one {# Upvote hebt es um das {times}-Fache} other {# Upvotes heben es um das {times}-Fache}}.',
  raisedByMarks:
    '{n, plural, one {# Markierung hebt es um das {times}-Fache} other {# Markierungen heben es um das {times}-Fache}}.',
  loweredByMarks:
    '{n, plural, one {# Markierung senkt es um das {times}-Fache} other {# Markierungen senken es um das {times}-Fache}}.',
  unmoved: '{n, plural, one {# Markierung ändert nichts daran} other {# Markierungen ändern nichts daran}}.',
  lowered: 'Als Querlistung zählt es {share}-mal.',
  relevance: 'Relevanz {relevance} ({high} ist hoch)',
};
