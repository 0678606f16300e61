/** What a topic was probably meant to be. `{window}` is a time, such as “in the last 30 days”. */
export const hints = {
  impossible: '**No paper can ever match**, because {why}.',
  impossibleWithout: '**No paper can ever match**, because {why}. Without {other}: {found} {window}.',
  excludes: '{other} leaves out all that {wanted} finds',
  notBoth: 'a paper cannot have both {wanted} and {other}',
  unknownWord: 'No stored paper has {word}, so this finds {n, number} {window}. Without it: {found}.',
  unknownWordNear: 'No stored paper has {word}, so this finds {n, number} {window}. With {nearest}: {found}.',
  list: 'This finds papers with all of these: {n, number} {window}. With any of them: {found}.',
  sentence:
    'As words, all of which a paper must have, this finds {n, number} {window}. As one sentence, by its meaning: {found}.',
  openSentence:
    'Only the first word is read by its meaning, because the sentence has no quotation marks: {n, number} {window}. All of it as one sentence: {found}.',
  acronym: '{word} also finds the word {small}: {n, number} {window}. With these capitals only: {found}.',
  narrow: 'This finds {n, number} {window}, because of {term}. Without it: {found}.',
  about: 'about {n, number}',
  without: 'Without {term}',
  any: 'Any of them',
  byMeaning: 'By meaning',
  upvotes: 'Did you mean a number of upvotes, as in `upvotes:>20`?',
  minus: 'To leave a word out, write a minus before it, as in `-survey`.',
  comma:
    'Did you mean OR, as in `diffusion OR "flow matching"`? A comma does not mean OR: a paper must match every term.',
  askLess: 'Check the spelling, or ask for less at once: a paper must match every term.',
  spelling: 'Check the spelling.',
  quoted: '“{part}”',
} as const;
