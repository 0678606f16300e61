/**
 * Why a topic cannot be read: what happened, why, and one next step. Topics are written in English: words such as `OR` and
 * fields such as `title:` are the same in each language, and so are the examples. `{typed}` brings its quotation marks.
 */
export const syntax = {
  typed: '“{typed}”',
  nothingTyped: 'There is no topic yet. Type some words, such as diffusion models.',
  tooLong: 'This topic has {length, number} characters; the limit is {limit, number}. Split it into two topics.',
  tooLongInFull:
    'Written out in full, this topic has {length, number} characters; the limit is {limit, number}. Leave some terms out.',
  tooManyTerms: 'A topic can have {limit, number} terms, and this is one more. Split it into two topics.',
  tooDeep: 'Groups can be nested {limit, number} deep, and this is deeper. Write this part with fewer parentheses.',
  tooWide: 'This alone would match nearly every paper. Add what the papers are about, as in graphs is:new.',
  tildeAfterWord:
    'A ~ with a number goes after words in quotes, as in "graph neural"~5. Put the words in quotes, or write {typed} alone to find it in any form.',
  tildeWithoutNumber:
    'A ~ after words in quotes needs a number right after it, as in "graph neural"~5. Add it, or remove the ~.',
  onlyExclusions:
    'This only says what to leave out, so it would match nearly every paper. Add what to look for, as in graphs -survey.',
  unclosedQuote: 'This quotation mark is never closed. Add one where the phrase ends, or remove it.',
  unclosedGroup: 'This parenthesis is never closed. Add a ) where the group ends.',
  unopenedGroup: 'This parenthesis closes nothing. Remove it, or add a ( before it.',
  emptyGroup: 'There is nothing between these parentheses. Add a term, or remove them.',
  loneMinus: 'A minus goes right before what it leaves out, as in -survey. Close the gap, or remove the minus.',
  tiedMinus:
    'This can be a hyphen or a minus. Put a space before it to leave out what follows, or write a space instead.',
  missingWord:
    'There is no term {side, select, before {before} other {after}} {typed}. Add one, or put the word in quotes to search for it.',
  missingTerm: 'There is no term {side, select, before {before} other {after}} {typed}. Add one, or remove the sign.',
  missingValue: '{name}: needs {takes}. Add it, or remove {name}:.',
  fieldInField: 'A group of {outer}: cannot contain another field. Close the parenthesis before {name}:.',
  groupInField: '{name}: needs {takes}, and no group. Put the words in quotes instead of parentheses.',
  bareCategory: '{typed} is a category. Write cat:{category}, or put it in quotes to search for the text.',
  barePaper: '{typed} is a paper. Write id:{id}, or put it in quotes to search for the text.',
  exclamation:
    'An exclamation mark does not leave anything out. Write -{word}, or put it in quotes to search for the text.',
  fieldWithoutColon: 'A field needs a colon after its name. Write {meant}, or put it in quotes to search for the text.',
  unknownField: 'There is no field {typed}. The fields are {fields}. To search for the text, put it in quotes.',
  unknownFieldMeant: 'There is no field {typed}. Did you mean {meant}:? To search for the text, put it in quotes.',
  noWords: 'There are no words between these quotation marks. Add some, or remove them.',
  onlySigns: '{typed} has only signs. Remove it, or add letters or digits.',
  noStar:
    '{what, select, sentence {A sentence} organization {The name of an organization} other {A name}} is matched as a whole, so the star in {typed} has no effect. Remove it.',
  unknownValue: 'There is no {typed}. Write one of {values}.',
  unknownValueMeant: 'There is no {typed}. Did you mean {meant}?',
  unknownCategory: 'There is no category {typed}. Write a category as cs.LG, or a whole archive as cs.*.',
  unknownCategoryMeant: 'There is no category {typed}. Did you mean {meant}?',
  unknownArea: 'There is no category {typed}. Write a subject area as {area}, or all of them as {server}/*.',
  starMoved: 'A star goes at the end of a word, as in transform*. Move the star in {typed}, or remove it.',
  starInside: 'A star goes at the end of a word, as in transform*. Write {begun}* instead of {typed}.',
  starInPhrase: 'A star has no effect within quotation marks. Remove the star in {typed}, or the quotation marks.',
  shortPrefix: '{typed} would match nearly every paper. Write at least {least, number} letters before the star.',
  exactAndNear: '{typed} has both an = and a ~, which exclude each other. Remove the = or the ~{distance}.',
  brokenDistance:
    'Words have whole numbers of others between them. Write {whole} instead of {distance}, or about: before the words if you mean their meaning.',
  tooFar: '{distance} words apart is not near; the limit is {limit, number}. Write a smaller number after the ~.',
  initials: '{typed} has initials only, which thousands of names have. Add the family name.',
  notAnId:
    '{typed} is not an arXiv id or a DOI. Write one such as 2406.01234 or 10.1101/2026.01.02.123456, or paste a paper’s address.',
  notACount: '{typed} is not a count of upvotes. Write one such as >=20, <5, 20 or 10..50.',
  impossibleCount: 'No count of upvotes can be {typed}. Swap the bounds, or change them.',
  exactSentence: '{typed} has an =, which has no effect on meaning. Remove it.',
  longSentence:
    'This sentence has {words, number} words; the limit is {limit, number}. Say in one short sentence what the papers are about.',
  meaningOff:
    'The host of this bot switched off topics by meaning (MEANING=off). Write words that the papers have, without about: or ~.',
  meaningDamaged:
    'Topics by meaning do not work here at present, because the bot’s table of word vectors is damaged. Tell the host of the bot, or write words that the papers have.',
  strictness:
    'How strict a topic is stands after the ~: a number from {least} (many papers) to {most} (few), with at most two digits after the point. Change {typed}, or leave it out.',
  emptySentence: 'These words stand in nearly every paper. Add what the papers are about.',
  unknownMeaning:
    'I do not know what {typed} means. To find papers with these words, leave out about: and ~, or say it in other words.',
  takesWords: 'a word, a "phrase" or a group in parentheses',
  takesName: 'a name, a "full name" or a group in parentheses',
  takesSource: 'a source: {sources}',
  takesPart: 'code, pdf or doi',
  takesId: 'an arXiv id such as 2406.01234, a DOI, or the address of a paper',
  takesCount: 'a count: >=20, <5, 20 or 10..50',
  takesSentence: 'a sentence in quotes, as in about:"editing the weights of a trained model"',
  takesState: 'new, cross, replaced, withdrawn or notice',
  takesCategory:
    'a category such as cs.LG or biorxiv/genomics, an archive such as cs.*, or a group of them in parentheses',
} as const;
