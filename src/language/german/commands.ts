import type { english, Translated } from '../english.ts';

export const commands: Translated<typeof english.commands> = {
  'digest pause': 'Den Digest eine Weile anhalten; Abos bleiben',
  'digest pause.until': 'Wann er wiederkommt, etwa: 2 weeks, next monday, 1 July',
  'digest pause.channel': 'Wessen Digest (ohne Angabe: dieser Kanal)',
  'papers cite': 'Papers zitieren: als BibTeX, RIS, CSL-JSON, Text oder Markdown',
  'papers cite.id': 'Ids oder Adressen von Papers, etwa 2406.01234',
  'papers cite.format': 'Die Form (ohne Angabe: BibTeX)',
  'papers cite.format.plain': 'Reiner Text',
  'papers cite.since': 'Alle Papers der Digests dieses Kanals seit dem Tag, etwa: 2026-06-01, monday, 2 weeks',
  'papers cite.until': 'Der letzte Tag (ohne Angabe: heute)',
  'papers saved': 'Deine Leseliste, die nur du siehst',
  'papers saved.format': 'Die ganze Liste in dieser Form exportieren, als Datei',
  'papers saved.format.plain': 'Reiner Text',
};
