import type { english, Translated } from '../english.ts';

export const notices: Translated<typeof english.notices> = {
  yourServer: 'deines Servers',
  server: 'des Servers **{name}**',
  gone: 'Ein Kanal {server} wurde gelöscht, also haben die Paper zu seinen Themen keinen Platz mehr.',
  goneNamed:
    'Der Kanal **#{channel}** {server} wurde gelöscht, also haben die Paper zu seinen Themen keinen Platz mehr.',
  goneNext:
    'Führ dort `/subscriptions` aus: Damit verschiebst du die Themen in einen anderen Kanal oder entfernst sie.',
  blocked: 'In {channel} (ein Kanal {server}) kann ich die Paper nicht posten: {reason}.',
  blockedNamed: 'In {channel} (**#{name}**, ein Kanal {server}) kann ich die Paper nicht posten: {reason}.',
  unblock: '{next} Eine Nachricht, die länger als 7 Tage wartet, verwerfe ich.',
  noNeed: 'Braucht der Kanal keine Paper mehr, entfern seine Themen mit `/subscriptions`.',
  digest: 'Digest vom {day} für {channel}',
  digestOn: 'Digest vom {day} für {channel} (Server **{server}**)',
  dropped:
    'Vom {digest} konnte ich {n, plural, one {Nachricht} other {die Nachrichten}} {parts} von {all, number} nicht posten: {reason}.',
  leftOut:
    'Aus dem {digest} habe ich {n, plural, one {# Paper} other {# Paper}} weggelassen: Discord lehnt {n, plural, one {es} other {sie}} ab.',
  uncertain:
    'Vom {digest} weiß ich nicht, ob {n, plural, one {Nachricht} other {die Nachrichten}} {parts} von {all, number} ankam: {reason}. Ich sende nicht doppelt, was angekommen sein kann.',
  noReason: 'Discord sagt nicht, warum',
  seeStatus: 'Was aus dem Digest wurde, zeigt `/digest status`.',
  lookFor:
    'Such {n, plural, one {dieses Paper} other {diese Paper}} im Kanal, oder lies {n, plural, one {es} other {sie}} hier: {papers}',
  read: 'Lies {n, plural, one {das fehlende Paper} other {die fehlenden Paper}} hier: {papers}',
  andMore: '{list} und {n, number} weitere',
};
