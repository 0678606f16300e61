import type { english, Translated } from '../english.ts';

export const pings: Translated<typeof english.pings> = {
  added:
    'Erledigt: {way, select, mention {Ich erwähne dich in {channel}} other {Ich schreibe dir}}, wenn der Digest dort ein Paper zu {topic} hat. Alle zeigt `/papers pings`.',
  changed:
    'Geändert: {way, select, mention {Ich erwähne dich in {channel}} other {Ich schreibe dir}} von jetzt an, wenn der Digest dort ein Paper zu {topic} hat.',
  full: 'Du hast {most, number} Pings in {channel}, mehr gehen nicht. Entferne einen mit `/papers pings` oder verbinde Themen mit OR.',
  elsewhere:
    'Das geht auf einem Server, in einem Kanal, der Digests bekommt. Ein persönlicher Digest braucht keine Pings, denn er ist ganz für dich.',
  noDigest:
    '{channel} bekommt keine Digests, also gibt es nichts, wofür ich dich pingen kann. Bitte jemanden, der den Kanal verwaltet, um `/subscribe`.',
  unreadable: '„{typed}“ ist kein Thema, das ich lesen kann: {why} Versuch `/papers help`.',
  none: 'Du hast keine Pings. Leg einen mit `/papers ping` an, in einem Kanal, der Digests bekommt.',
  list: 'Du hast {count, plural, one {einen Ping} other {# Pings}}.',
  row: '• {topic} in {place}: {way, select, mention {eine Erwähnung} other {eine Direktnachricht}}',
  remove: 'Ping entfernen…',
  removed: 'Entfernt: Ich pinge dich nicht mehr für {topic}.',
};
