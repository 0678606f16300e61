import type { english, Translated } from '../english.ts';

export const errors: Translated<typeof english.errors> = {
  reference: '-# Kennung {reference}',
  failed:
    'Das hat nicht geklappt, weil bei mir etwas schiefgegangen ist. Versuch es in einer Minute noch einmal; wenn es wieder nicht klappt, gib diese Kennung der Person, die mich betreibt: `{reference}`.',
  failedBusy:
    'Das hat nicht geklappt, weil ein anderes Programm auf meinem Rechner meine Datenbank benutzt. Versuch es in einer Minute noch einmal; wenn es wieder nicht klappt, gib diese Kennung der Person, die mich betreibt: `{reference}`.',
  announcedElsewhere: 'In {channel}: {line}',
  notAnnounced: 'Es ist erledigt, aber ich konnte es in {channel} nicht sagen: {reason}.',
  formTooLate: 'Das Formular ging nicht auf, weil Discord mir zu langsam geantwortet hat. Versuch es noch einmal.',
  unknownCommand: 'Diesen Befehl kenne ich nicht. Lade Discord neu (Strg+R), um die aktuellen Befehle zu sehen.',
  unknownComponent:
    'Dieser Knopf stammt aus einer früheren Version von mir und geht nicht mehr. Führ den Befehl noch einmal aus.',
  stale:
    'Das gibt es nicht mehr: Es wurde entfernt oder ersetzt, oder es ist älter als ein Tag. Führ den Befehl noch einmal aus, um den aktuellen Stand zu sehen.',
  badOption:
    'Mit dem Wert der Option `{name}` kann ich nichts anfangen. Vielleicht zeigt Discord noch eine ältere Form dieses Befehls: Lade neu (Strg+R) und versuch es noch einmal.',
  notManager:
    'In {channel} kannst du keine Digests ändern: Dort brauchst du die Berechtigung „Kanäle verwalten“. Frag jemanden, der sie hat.',
  notOwner: 'Nur wer den Befehl ausgeführt hat, kann seine Knöpfe benutzen. Führ den Befehl selbst aus.',
  noSuchChannel:
    'Diesen Kanal sehe ich nicht: Er wurde gelöscht, oder mir fehlt dort die Berechtigung „Kanal anzeigen“. Gib sie mir, oder wähl einen anderen Kanal.',
  invokerCannotWrite:
    'In {channel} kannst du keine Digests posten lassen, weil du dort selbst nicht schreiben kannst: Dir {n, plural, one {fehlt die Berechtigung} other {fehlen die Berechtigungen}} {names}. Wähl einen Kanal, in dem du schreiben kannst.',
  botCannotPost:
    'In {channel} kann ich nicht posten: Mir {n, plural, one {fehlt dort die Berechtigung {names}. Gib sie} other {fehlen dort die Berechtigungen {names}. Gib sie}} mir in den Einstellungen des Kanals unter „Berechtigungen“ und versuch es noch einmal.',
  threadLocked:
    'In {channel} kann ich nicht posten: Der Thread ist gesperrt. Entsperr ihn, oder gib mir die Berechtigung „Threads verwalten“, und versuch es noch einmal.',
  forumTag:
    'Ich kann in {channel} nicht posten: Das Forum verlangt einen Tag und hat keinen namens Papers oder Digest. Füg in den Einstellungen des Forums einen Tag namens Papers hinzu, den alle verwenden dürfen, und versuch es noch einmal.',
  channelType:
    '{channel} ist kein Kanal für Digests. Wähl einen Textkanal, einen Ankündigungskanal, ein Forum oder einen Thread.',
  noSubscription: 'Ein Abo „{typed}“ gibt es hier nicht. Alle siehst du mit `/subscriptions`.',
  unreadableTopics:
    '{channel} hat keinen Digest, weil {n, plural, one {sein einziges Thema nicht gelesen werden kann} other {keines seiner # Themen gelesen werden kann}}. `/subscriptions` zeigt, warum, und ändert Themen.',
};
