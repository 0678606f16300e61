import type { english, Translated } from '../english.ts';

export const syntax: Translated<typeof english.syntax> = {
  other: '{text}',
  typed: '„{typed}“',
  nothingTyped: 'Noch gibt es kein Thema. Gib ein paar Wörter ein, etwa diffusion models.',
  tooLong: 'Dieses Thema hat {length, number} Zeichen; mehr als {limit, number} gehen nicht. Teil es in zwei Themen.',
  tooLongInFull:
    'Ganz ausgeschrieben hat dieses Thema {length, number} Zeichen; mehr als {limit, number} gehen nicht. Lass ein paar Begriffe weg.',
  tooManyTerms: 'Ein Thema kann {limit, number} Begriffe haben, und das ist einer mehr. Teil es in zwei Themen.',
  tooDeep: 'Gruppen gehen {limit, number} Ebenen tief, und das ist tiefer. Schreib diesen Teil mit weniger Klammern.',
  tooWide: 'Allein träfe das fast jedes Paper. Schreib dazu, wovon die Paper handeln, wie in graphs is:new.',
  tildeAfterWord:
    'Ein ~ mit einer Zahl steht nach Wörtern in Anführungszeichen, wie in "graph neural"~5. Setz die Wörter in Anführungszeichen, oder schreib nur {typed}, um es in jeder Form zu finden.',
  tildeWithoutNumber:
    'Ein ~ nach Wörtern in Anführungszeichen braucht gleich danach eine Zahl, wie in "graph neural"~5. Schreib sie dazu, oder entfern das ~.',
  onlyExclusions:
    'Das sagt nur, was wegbleibt, also träfe es fast jedes Paper. Schreib dazu, was du suchst, wie in graphs -survey.',
  unclosedQuote: 'Dieses Anführungszeichen wird nie geschlossen. Setz eins ans Ende der Phrase, oder entfern es.',
  unclosedGroup: 'Diese Klammer wird nie geschlossen. Setz ein ) ans Ende der Gruppe.',
  unopenedGroup: 'Diese Klammer schließt nichts. Entfern sie, oder setz ein ( davor.',
  emptyGroup: 'Zwischen diesen Klammern steht nichts. Schreib einen Begriff hinein, oder entfern sie.',
  loneMinus:
    'Ein Minus steht direkt vor dem, was es weglässt, wie in -survey. Schließ die Lücke, oder entfern das Minus.',
  tiedMinus:
    'Das kann ein Bindestrich oder ein Minus sein. Setz ein Leerzeichen davor, um wegzulassen, was folgt, oder schreib stattdessen ein Leerzeichen.',
  missingWord:
    '{side, select, before {Vor} other {Nach}} {typed} fehlt ein Begriff. Schreib einen dazu, oder setz das Wort in Anführungszeichen, um danach zu suchen.',
  missingTerm:
    '{side, select, before {Vor} other {Nach}} {typed} fehlt ein Begriff. Schreib einen dazu, oder entfern das Zeichen.',
  missingValue: 'Nach {name}: fehlt der Wert: {takes}. Schreib ihn dazu, oder entfern {name}:.',
  fieldInField: 'Eine Gruppe von {outer}: kann kein anderes Feld enthalten. Schließ die Klammer vor {name}:.',
  groupInField:
    'Zu {name}: gehört keine Gruppe, sondern: {takes}. Setz die Wörter in Anführungszeichen statt in Klammern.',
  bareCategory:
    '{typed} ist eine Kategorie. Schreib cat:{category}, oder setz es in Anführungszeichen, um nach dem Text zu suchen.',
  barePaper: '{typed} ist ein Paper. Schreib id:{id}, oder setz es in Anführungszeichen, um nach dem Text zu suchen.',
  exclamation:
    'Ein Ausrufezeichen lässt nichts weg. Schreib -{word}, oder setz es in Anführungszeichen, um nach dem Text zu suchen.',
  fieldWithoutColon:
    'Nach dem Namen eines Feldes steht ein Doppelpunkt. Schreib {meant}, oder setz es in Anführungszeichen, um nach dem Text zu suchen.',
  unknownField:
    'Ein Feld {typed} gibt es nicht. Die Felder sind {fields}. Um nach dem Text zu suchen, setz ihn in Anführungszeichen.',
  unknownFieldMeant:
    'Ein Feld {typed} gibt es nicht. Meintest du {meant}:? Um nach dem Text zu suchen, setz ihn in Anführungszeichen.',
  noWords: 'Zwischen diesen Anführungszeichen stehen keine Wörter. Schreib welche hinein, oder entfern sie.',
  onlySigns: '{typed} hat nur Zeichen. Entfern es, oder schreib Buchstaben oder Ziffern dazu.',
  noStar:
    '{what, select, sentence {Ein Satz} organization {Der Name einer Organisation} other {Ein Name}} wird als Ganzes verglichen, also wirkt der Stern in {typed} nicht. Entfern ihn.',
  unknownValue: '{typed} gibt es nicht. Schreib eins von {values}.',
  unknownValueMeant: '{typed} gibt es nicht. Meintest du {meant}?',
  unknownCategory:
    'Eine Kategorie {typed} gibt es nicht. Schreib eine Kategorie wie cs.LG, oder ein ganzes Archiv wie cs.*.',
  unknownCategoryMeant: 'Eine Kategorie {typed} gibt es nicht. Meintest du {meant}?',
  unknownArea:
    'Eine Kategorie {typed} gibt es nicht. Schreib ein Fachgebiet wie {area}, oder alle zusammen als {server}/*.',
  starMoved:
    'Ein Stern steht am Ende eines Wortes, wie in transform*. Verschieb den Stern in {typed}, oder entfern ihn.',
  starInside: 'Ein Stern steht am Ende eines Wortes, wie in transform*. Schreib {begun}* statt {typed}.',
  starInPhrase: 'In Anführungszeichen wirkt ein Stern nicht. Entfern den Stern in {typed}, oder die Anführungszeichen.',
  shortPrefix: '{typed} träfe fast jedes Paper. Schreib mindestens {least, number} Buchstaben vor den Stern.',
  exactAndNear: '{typed} hat ein = und ein ~, die sich ausschließen. Entfern das = oder das ~{distance}.',
  brokenDistance:
    'Zwischen Wörtern stehen ganze Zahlen von anderen. Schreib {whole} statt {distance}, oder about: vor die Wörter, wenn du ihre Bedeutung meinst.',
  tooFar:
    '{distance} Wörter Abstand sind nicht nah; mehr als {limit, number} gehen nicht. Schreib eine kleinere Zahl nach dem ~.',
  initials: '{typed} hat nur Initialen, und die haben Tausende von Namen. Schreib den Nachnamen dazu.',
  notAnId:
    '{typed} ist keine arXiv-Id und keine DOI. Schreib eine wie 2406.01234 oder 10.1101/2026.01.02.123456, oder füg die Adresse eines Papers ein.',
  notACount: '{typed} ist keine Zahl von Upvotes. Schreib eine wie >=20, <5, 20 oder 10..50.',
  impossibleCount: 'Keine Zahl von Upvotes kann {typed} sein. Vertausch die Grenzen, oder ändere sie.',
  exactSentence: '{typed} hat ein =, das auf die Bedeutung nicht wirkt. Entfern es.',
  longSentence:
    'Dieser Satz hat {words, number} Wörter; mehr als {limit, number} gehen nicht. Sag in einem kurzen Satz, wovon die Paper handeln.',
  meaningOff:
    'Die Person, die diesen Bot betreibt, hat Themen nach Bedeutung abgeschaltet (MEANING=off). Schreib Wörter, die in den Papern stehen, ohne about: oder ~.',
  meaningDamaged:
    'Themen nach Bedeutung gehen hier zurzeit nicht, weil die Tabelle der Wortvektoren des Bots beschädigt ist. Sag es der Person, die den Bot betreibt, oder schreib Wörter, die in den Papern stehen.',
  strictness:
    'Wie streng ein Thema ist, steht nach dem ~: eine Zahl von {least} (viele Paper) bis {most} (wenige), mit höchstens zwei Ziffern nach dem Punkt. Ändere {typed}, oder lass es weg.',
  emptySentence: 'Diese Wörter stehen in fast jedem Paper. Schreib dazu, wovon die Paper handeln.',
  unknownMeaning:
    'Ich weiß nicht, was {typed} bedeutet. Um Paper mit diesen Wörtern zu finden, lass about: und ~ weg, oder sag es mit anderen Worten.',
};
