import type { english, Translated } from '../english.ts';

export const status: Translated<typeof english.status> = {
  title: '**Stand des Digests von {channel}**',
  nothingSubscribed: 'Hier ist nichts abonniert, also kommt kein Digest. Abonniere mit `/subscribe`.',
  waiting:
    'Ich warte auf {sources}: Der Digest vom {day} geht um {until} hinaus, mit den Papern, die ich bis dahin habe.',
  unreadable:
    '**{n, plural, one {# Thema kann} other {# Themen können}} nicht gelesen werden**, also fehlen die Paper dazu. Sieh in `/subscriptions` nach.',
  damagedMeaning:
    'Themen nach Bedeutung, wie in `about:"…"`, gehen nicht: Die Tabelle der Wortvektoren des Bots ist beschädigt. Sag es der Person, die den Bot betreibt; in ihrem Log steht mehr.',
  permitted: 'Berechtigungen: Ich habe hier alle, die ich brauche.',
  lacking:
    'Berechtigungen: Hier {n, plural, one {fehlt} other {fehlen}} mir **{names}**. Gib sie mir in den Einstellungen des Kanals unter „Berechtigungen“.',
  whyHistory: '-# Nach einer Unterbrechung lese ich im Verlauf nach, ob eine Nachricht angekommen ist.',
  lastDigests: '**Letzte Digests**',
  sources: '**Quellen**',
  run: '• {day}: **{state}**',
  runUnsure: '• {day}: **{state}, {n, number} von {all, number} unsicher**',
  delivered: 'geliefert',
  onItsWay: 'unterwegs',
  heldBack: 'zurückgehalten',
  unsure: 'unsicher',
  withdrawn: 'zurückgezogen',
  notMade: 'nicht gemacht',
  waitingRun: 'wartet',
  quiet: 'still',
  failed: 'gescheitert',
  shown: '{shown, number} von {matched, plural, one {# passenden Paper} other {# passenden Papern}}',
  nothingNew: 'nichts Neues, seit du abonniert hast',
  announced: '{n, number} angekündigt',
  without: 'ohne {sources}',
  nextHasThem: 'seine Paper kommen mit dem nächsten Digest',
  leftOut:
    '{n, plural, one {# Paper weggelassen, weil Discord es ablehnt} other {# Paper weggelassen, weil Discord sie ablehnt}}',
  dropped: '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} verworfen',
  droppedBecause: '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} verworfen: {reason}',
  maybeMissing:
    '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} vielleicht nicht da (sieh im Kanal nach; ich sende nicht doppelt, was angekommen sein kann)',
  maybeMissingBecause:
    '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} vielleicht nicht da (sieh im Kanal nach; ich sende nicht doppelt, was angekommen sein kann): {reason}',
  publishing:
    '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} noch nicht für die Server veröffentlicht, die diesem Kanal folgen (Discord begrenzt das; nächster Versuch {when})',
  unpublished:
    '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} nicht für die Server veröffentlicht, die diesem Kanal folgen: {reason}',
  notAsked: '• {source}: **wartet**, noch nicht gefragt',
  source: '• {source}: **{state}** {day}',
  sourceKind:
    '• {source}: **{state}** {day} ({kind, select, weekend {Wochenende} holiday {Feiertag} other {verspätet}})',
  stale: 'veraltet',
  partial: 'unvollständig',
  announcedNothing: 'nichts angekündigt',
  papers: '{n, plural, one {# Paper} other {# Paper}} ({fresh, number} neu)',
  asked: 'gefragt {when}',
  again: 'wieder {when}',
};
