import type { english, Translated } from '../english.ts';

export const mentions: Translated<typeof english.mentions> = {
  none: 'Diese Nachricht nennt kein Paper, das ich erkenne. Ich kenne arXiv-Ids und DOIs, und Adressen bei arXiv, alphaXiv, Hugging Face, bioRxiv, medRxiv, doi.org und Verlagen. `/papers search` findet Papers nach ihren Wörtern.',
  noneFound:
    'Ich habe keins der Papers gefunden, die diese Nachricht nennt: {ids}. Prüfe die Ids, oder suche mit `/papers search`.',
  noneReached:
    'Die Papers, die diese Nachricht nennt, sind nicht gespeichert ({ids}), und {sources} kann gerade nicht gefragt werden. Versuch es in einer Minute noch einmal.',
  unknown: 'Nicht gefunden: {ids}',
  unreached: 'Nicht gefunden, weil {sources} gerade nicht gefragt werden kann: {ids}',
  skipped: 'Nicht nachgeschlagen, weil eine Nachricht {lookUps, number} Nachschläge bekommt: {ids}',
  tooMany:
    'Die Nachricht nennt {papers, plural, one {# Paper} other {# Papers}}. Ich habe die ersten {taken, number} genommen.',
};
