import type { english, Translated } from '../english.ts';

export const posting: Translated<typeof english.posting> = {
  posted:
    'Erledigt: {papers, plural, one {# Paper} other {# Paper}} in {channel} gepostet, in {messages, plural, one {# Nachricht} other {# Nachrichten}}.',
  postedRest:
    'Erledigt: der Rest des Digests in {channel} gepostet, in {messages, plural, one {# Nachricht} other {# Nachrichten}}.',
  alreadyPosted: '{channel} hat seinen Digest vom {day} schon und bekommt einen am Tag. Nächster Digest: {next}.',
  queued:
    'Der Digest für {channel} ist noch nicht vollständig. Ich versuche es {when} wieder. Du musst das nicht noch einmal ausführen.',
  queuedBecause:
    'Der Digest für {channel} ist noch nicht vollständig: {reason}. Ich versuche es {when} wieder. Du musst das nicht noch einmal ausführen.',
  incomplete:
    '{arrived, number} von {messages, plural, one {# Nachricht} other {# Nachrichten}} des Digests vom {day} kamen in {channel} an. {rest, select, uncertain {Der Rest ist vielleicht da, vielleicht nicht} other {Der Rest konnte nicht gepostet werden}}{reason}. Mehr zeigt `/digest status`.',
  because: ': {reason}',
  blocked: 'In {channel} kann nichts gepostet werden: {reason}. {next}',
  nothingSubscribed: '{channel} hat kein Abo, also bekommt der Kanal keinen Digest. Leg eins mit `/subscribe` an.',
  nothingNew:
    'Für {channel} gibt es nichts Neues: Seit dem letzten Digest (oder seit dem Abo) passt kein Paper. Frühere Paper findest du mit `/papers search`.',
  goesOn: 'Der Digest geht weiter: {messages, plural, one {noch # Nachricht} other {noch # Nachrichten}}.',
  notPaused:
    'Der Digest von {channel} ist nicht angehalten, also wurde nichts geändert. Sieh in `/digest status` nach.',
  resumed:
    'Erledigt: {channel} bekommt den Digest wieder. Der nächste kommt {next}, mit allem, was inzwischen gepasst hat.',
  resumedWithout:
    'Erledigt: {channel} bekommt den Digest wieder. Der nächste kommt {next}, mit allem, was in den letzten {days, number} Tagen gepasst hat. {papers, plural, one {# älteres Paper, das gepasst hat, wird nicht gepostet; `/papers search` findet es} other {# ältere Paper, die gepasst haben, werden nicht gepostet; `/papers search` findet sie}}.',
  resumeAnnounced: '{person} lässt den Digest dieses Kanals wieder kommen. Der nächste kommt {next}.',
};
