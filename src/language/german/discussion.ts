import type { english, Translated } from '../english.ts';

export const discussion: Translated<typeof english.discussion> = {
  found: 'Über dieses Paper wird in {thread} diskutiert.',
  beingOpened: 'Jemand öffnet die Diskussion gerade. Versuch es gleich noch einmal.',
  noThreads: 'Hier gibt es keine Threads. Diskutiere auf einem Server.',
  locked:
    'Über dieses Paper wird in {thread} diskutiert; der Thread ist gesperrt. Bitte die Moderation, ihn zu öffnen.',
  youLack:
    'Du kannst in {channel} keine Diskussion öffnen: Dir {n, plural, one {fehlt dort die Berechtigung} other {fehlen dort die Berechtigungen}} {names}. Frag jemanden, der den Kanal verwaltet.',
  iLack:
    'Ich kann in {channel} keine Diskussion öffnen: Mir {n, plural, one {fehlt dort die Berechtigung {names}. Bitte jemanden, der den Kanal verwaltet, sie mir zu geben.} other {fehlen dort die Berechtigungen {names}. Bitte jemanden, der den Kanal verwaltet, sie mir zu geben.}}',
  forumTag:
    'Ich kann in {channel} keine Diskussion öffnen: Das Forum verlangt einen Tag und hat keinen namens Papers oder Digest. Bitte jemanden, der das Forum verwaltet, einen hinzuzufügen.',
  failed: 'Ich konnte die Diskussion nicht öffnen: {reason}. Versuch es in einer Minute noch einmal.',
};
