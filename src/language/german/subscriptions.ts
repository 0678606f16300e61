import type { english, Translated } from '../english.ts';

export const subscriptions: Translated<typeof english.subscriptions> = {
  noneOnServer: 'Dieser Server hat keine Abos. Leg eins mit `/subscribe` an.',
  noneInChannel: '{channel} hat keine Abos. Leg eins mit `/subscribe` an.',
  onServer: 'Dieser Server hat {n, plural, one {# Abo} other {# Abos}}.',
  inChannel: '{channel} hat {n, plural, one {# Abo} other {# Abos}}.',
  page: 'Seite {page, number} von {pages, number}',
  previous: 'Zurück',
  next: 'Weiter',
  undo: 'Rückgängig',
  topic: '• **{topic}**, von {person}',
  unreadable:
    '• **{topic}**, von {person}: **es kann nicht gelesen werden**, also kommen keine Paper. {reason} Ändere es unten.',
  blocked: '-# Blockiert: {next}',
  goneBelow: 'Verschieb oder entfern unten die Themen des gelöschten Kanals.',
  channelBlocked: '{channel}: **blockiert**, {reason}',
  channelNext: '{channel}: nächster Digest {when}',
  channelPaused: '{channel}: {when}',
  changeTopic: 'Ein Thema ändern…',
  removeSubscription: 'Ein Abo entfernen…',
  deletedChannel: 'gelöschter Kanal',
  moveTopics: 'Die Themen von {channel} verschieben nach…',
  removeTopics: 'Die Themen von {channel} entfernen',
  here: 'hier',
  moved:
    'Erledigt: {n, plural, one {# Thema} other {# Themen}} nach {channel} verschoben. Nächster Digest dort: {next}.',
  alreadyThere: '{n, plural, one {# Thema hatte} other {# Themen hatten}} dort schon ein Abo.',
  notSent:
    '{n, plural, one {# Nachricht} other {# Nachrichten}} für den gelöschten Kanal {n, plural, one {wird} other {werden}} nicht gesendet: `/papers search` findet die Paper.',
  movedAnnounced:
    '{person} hat {n, plural, one {# Thema} other {# Themen}} eines gelöschten Kanals hierher verschoben.',
  dropped: 'Erledigt: {n, plural, one {# Thema} other {# Themen}} des gelöschten Kanals entfernt.',
  removed: 'Erledigt: {channel} bekommt keine Paper mehr zu {topic}.',
  removedLast:
    'Erledigt: {channel} bekommt keine Paper mehr zu {topic}. Das war das letzte Abo: Es kommen keine Digests mehr.',
  withdrawn:
    '{n, plural, one {# Nachricht, die ich noch nicht gesendet hatte, ist} other {# Nachrichten, die ich noch nicht gesendet hatte, sind}} zurückgezogen.',
  withdrawnUndo:
    '{n, plural, one {# Nachricht, die ich noch nicht gesendet hatte, ist zurückgezogen; *Rückgängig* sendet sie} other {# Nachrichten, die ich noch nicht gesendet hatte, sind zurückgezogen; *Rückgängig* sendet sie}} doch noch.',
  removedAnnounced: '{person} hat das Abo dieses Kanals zu {topic} abbestellt.',
  restored: 'Rückgängig gemacht: {channel} bekommt Paper zu {topic} wie zuvor.',
  restoredAnnounced: '{person} hat für diesen Kanal wieder {topic} abonniert.',
};
