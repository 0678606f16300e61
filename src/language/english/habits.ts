/**
 * How to write here what only other services understand, such as the tags of PubMed. `{meant}`, `{word}` and `{words}` are
 * parts of a topic, with the reader’s own words.
 */
export const habits = {
  dates: 'A topic has no dates, because each digest brings the papers that are new that day. Leave it out.',
  range:
    'A range with TO does not work here. A topic has no dates, because each digest brings the papers that are new that day. Leave it out.',
  year: 'This asks for a year. A topic has no dates, because each digest brings the papers that are new that day. Leave it out.',
  tag: '{typed} is a tag of PubMed. Write {meant} instead.',
  tagOfDates:
    '{typed} is a tag of PubMed. A topic has no dates, because each digest brings the papers that are new that day. Leave it out.',
  tagElsewhere: '{typed} is a tag of PubMed. Topics have nothing like it. Leave this part out.',
  field: '{typed} is a field of {service}. Write {meant} instead.',
  fieldElsewhere: '{typed} is a field of {service}. Topics have nothing like it. Leave this part out.',
  patternBegun:
    '{typed} is a regular expression, which topics do not have. Write {begun}* for all words that begin so.',
  patternUnsure:
    '{typed} is a regular expression, which topics do not have. Write the words with OR between them, as in (woman OR women).',
  patternExact: '{typed} is a regular expression, which topics do not have. Write ={word} for this very word.',
  patternEither: '{typed} is a regular expression, which topics do not have. Write {words}.',
  patternCase: '{typed} is a regular expression, which topics do not have. Write {word}, which finds it in any case.',
  wildcardBegun:
    'The only wildcard is a star at the end of a word, so {typed} does not work. Write {begun}* for all words that begin so.',
  wildcardUnsure:
    'The only wildcard is a star at the end of a word, so {typed} does not work. Write the words with OR between them, as in (woman OR women).',
  anchor: 'A ^ does not stand for a beginning here. Write {word} instead.',
  near: '{typed} does not work here. For words that stand near each other, write {meant}.',
  boost: '{typed} gives a term more weight elsewhere. Here all terms count alike, so write {word} alone.',
  numbers: 'Only upvotes have a range of numbers, as in upvotes:10..50. Leave this part out.',
  plusCategories: 'A + does not join categories with blanks around it. Write cat:({left} OR {right}).',
  plus: 'A + alone does not join terms. Write {left} {right} for both, or {left} OR {right} for either.',
  journals:
    'Topics do not look at journals or report numbers. Leave this part out, or write a source, as in source:crossref.',
  googleFields:
    'Google’s fields do not work here. Write title:word or title:(two words) for the title, and plain words for title or abstract.',
  site: 'Google’s site: does not work here. Write a source, as in source:arxiv or source:biorxiv.',
  fileTypes: 'Papers have no file types here. Write has:pdf or has:code, or leave this part out.',
  keywords:
    'Topics do not look at keywords. Write plain words to find them in title or abstract, or a category, as in cat:cs.LG.',
  affiliations: 'I know organizations only as Hugging Face names them. Write org:, as in org:deepmind.',
  ids: 'Write a paper’s id after id:, as in id:2406.01234 or id:10.5555/x.',
  addresses: 'This is an address. Write id: before it if it is a paper’s, or put it in quotes to search for the text.',
  languages: 'Topics do not look at the language of a paper. Leave this part out.',
} as const;
