import type { english, Translated } from '../english.ts';

export const blocks: Translated<typeof english.blocks> = {
  gone: 'den Kanal gibt es nicht mehr',
  locked: 'der Thread ist gesperrt',
  closed: 'du nimmst keine Direktnachrichten von mir an',
  unblockClosed:
    'Erlaube Direktnachrichten in den Privatsphäre-Einstellungen eines Servers, auf dem wir beide sind, oder hebe die Blockierung von mir auf. Führe dann `/subscriptions` aus: Ich versuche es noch einmal und schicke, was ich zurückgehalten habe.',
  missing: 'mir {n, plural, one {fehlt die Berechtigung} other {fehlen die Berechtigungen}} {names}',
  guildGone: 'den Server gibt es nicht mehr, oder ich bin nicht darauf',
  untagged: 'das Forum verlangt einen Tag und hat keinen namens Papers oder Digest',
  forum: 'der Kanal ist ein Forum, in dem nur Threads gepostet werden können',
  noMessages: 'in dieser Art von Kanal können keine Nachrichten gepostet werden',
  noPermission: 'mir fehlt eine Berechtigung im Kanal',
  wrongKind: 'diese Art von Kanal nimmt keine Nachrichten an',
  restricted: 'der Server ist eingeschränkt',
  slowDown: 'Discord hat mich gebeten, langsamer zu machen',
  unreachable: 'Discord war nicht zu erreichen',
  late: 'Discord hat nicht rechtzeitig geantwortet',
  unblockGone: 'Verschieb seine Themen in einen anderen Kanal oder entfern sie mit `/subscriptions`.',
  unblockLocked:
    'Entsperr den Thread, oder gib mir die Berechtigung „Threads verwalten“. Ich merke das innerhalb einer Minute und poste, was ich zurückgehalten habe.',
  unblockUntagged:
    'Füg in den Einstellungen des Forums einen Tag namens Papers hinzu, den alle verwenden dürfen. Ich merke das innerhalb einer Minute und poste, was ich zurückgehalten habe.',
  unblockMissing:
    'Gib mir die {n, plural, one {fehlende Berechtigung} other {fehlenden Berechtigungen}} in den Einstellungen des Kanals unter „Berechtigungen“. Ich merke das innerhalb einer Minute und poste, was ich zurückgehalten habe.',
  unblockOther:
    'Beheb die Ursache in den Einstellungen des Kanals, oder abonniere einen anderen Kanal. Ich sehe einmal am Tag wieder nach.',
  blocked: '**Blockiert**, hier kann nichts gepostet werden: {reason}. {next}',
};
