import type { english, Translated } from '../english.ts';

export const reading: Translated<typeof english.reading> = {
  savedOne: 'Gespeichert: {paper}',
  savedSome: 'Gespeichert: {papers, plural, one {# Paper} other {# Papers}}',
  alreadyOne: 'Schon auf deiner Leseliste: {paper}',
  alreadySome: 'Schon auf deiner Leseliste: {papers, plural, one {# Paper} other {# Papers}}',
  andMore: 'und {papers, number} weitere',
  total:
    '{papers, plural, one {# Paper ist} other {# Papers sind}} auf deiner Leseliste. `/papers saved` zeigt und exportiert sie.',
  full: 'Nichts wurde gespeichert: Deine Leseliste hat {papers, plural, one {# Paper} other {# Papers}} und fasst {limit, number}, also {more, plural, one {passt # weiteres Paper} other {passen # weitere Papers}} nicht hinein. Entferne einige mit `/papers saved`; das exportiert die Liste auch.',
  undo: 'Rückgängig',
  undone:
    'Rückgängig gemacht: {papers, plural, one {# Paper wurde} other {# Papers wurden}} von deiner Leseliste genommen.',
  remove: 'Entfernen',
  dropped: 'Entfernt: Das Paper ist nicht mehr auf deiner Leseliste.',
  list: 'Deine Leseliste: {papers, plural, one {# Paper} other {# Papers, zuletzt gespeicherte zuerst}}.',
  page: 'Seite {page, number} von {pages, number}',
  exported: 'Deine Leseliste als {format}: {papers, plural, one {# Paper} other {# Papers}}, in der Datei.',
  empty:
    'Deine Leseliste ist leer. Wähle Speichern im Menü unter einem Digest oder einem Paper, oder „Papers speichern“ unter den Apps einer Nachricht.',
  savedWhen: 'gespeichert {when}',
  note: 'Notiz: {note}',
  chooseRemove: 'Ein Paper entfernen…',
  chooseNote: 'Eine Notiz schreiben…',
  previous: 'Zurück',
  next: 'Weiter',
  removed: 'Entfernt: {paper}',
  restored: 'Wieder auf deiner Leseliste: {paper}',
  noted: 'Notiert: {paper}',
  unnoted: 'Die Notiz ist gelöscht: {paper}',
  noteTitle: 'Notiz',
  noteLabel: 'Was willst du dir merken?',
  noteHint: 'Nur du siehst sie. Eine leere Notiz löscht sie.',
};
