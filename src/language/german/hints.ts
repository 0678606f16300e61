import type { english, Translated } from '../english.ts';

export const hints: Translated<typeof english.hints> = {
  impossible: '**Kein Paper kann je passen**, denn {why}.',
  impossibleWithout: '**Kein Paper kann je passen**, denn {why}. Ohne {other}: {found} {window}.',
  excludes: '{other} lässt alles weg, was {wanted} findet',
  notBoth: 'ein Paper kann nicht {wanted} und zugleich {other} haben',
  unknownWord: 'Kein gespeichertes Paper hat {word}, also findet das hier {n, number} {window}. Ohne: {found}.',
  unknownWordNear:
    'Kein gespeichertes Paper hat {word}, also findet das hier {n, number} {window}. Mit {nearest}: {found}.',
  list: 'Das findet Paper, die all das haben: {n, number} {window}. Mit irgendeinem davon: {found}.',
  sentence:
    'Als Wörter, die ein Paper alle haben muss, findet das {n, number} {window}. Als ein Satz, nach seiner Bedeutung: {found}.',
  openSentence:
    'Nur das erste Wort wird nach seiner Bedeutung gelesen, weil dem Satz die Anführungszeichen fehlen: {n, number} {window}. Alles als ein Satz: {found}.',
  acronym: '{word} findet auch das Wort {small}: {n, number} {window}. Nur mit diesen Großbuchstaben: {found}.',
  narrow: 'Das findet {n, number} {window}, und zwar wegen {term}. Ohne: {found}.',
  about: 'etwa {n, number}',
  without: 'Ohne {term}',
  any: 'Irgendeins davon',
  byMeaning: 'Nach Bedeutung',
  upvotes: 'Meintest du eine Zahl von Upvotes, wie in `upvotes:>20`?',
  minus: 'Um ein Wort auszuschließen, schreib ein Minus davor, wie in `-survey`.',
  comma:
    'Meintest du OR, wie in `diffusion OR "flow matching"`? Ein Komma heißt nicht OR: Ein Paper muss zu jedem Begriff passen.',
  askLess: 'Prüf die Schreibweise, oder verlang weniger auf einmal: Ein Paper muss zu jedem Begriff passen.',
  spelling: 'Prüf die Schreibweise.',
  quoted: '„{part}“',
};
