import { noDates } from './habit.ts';

const rows: readonly (readonly [names: string, message: string])[] = [
  ['submitteddate lastupdateddate date year since until before after from to pubdate publishedafter', noDates],
  [
    'jr journal journalref jref so srctitle rn reportnumber issn isbn',
    'Topics do not look at journals or report numbers. Leave this part out, or write a source, as in source:crossref.',
  ],
  [
    'allintitle intitle allintext intext allinanchor inurl allinurl',
    'Google’s fields do not work here. Write title:word or title:(two words) for the title, and plain words for title or abstract.',
  ],
  ['site', 'Google’s site: does not work here. Write a source, as in source:arxiv or source:biorxiv.'],
  ['filetype ext', 'Papers have no file types here. Write has:pdf or has:code, or leave this part out.'],
  [
    'mesh mh kw key keyword keywords subject descriptor tag tags',
    'Topics do not look at keywords. Write plain words to find them in title or abstract, or a category, as in cat:cs.LG.',
  ],
  [
    'aff affil affiliation ad institution university',
    'Paperboy knows organizations only as Hugging Face names them. Write org:, as in org:deepmind.',
  ],
  ['doi arxiv', 'Write a paper’s id after id:, as in id:2406.01234 or id:10.5555/x.'],
  [
    'http https',
    'This is an address. Write id: before it if it is a paper’s, or put it in quotes to search for the text.',
  ],
  ['lang language la', 'Topics do not look at the language of a paper. Leave this part out.'],
];

/** What to say of fields that other services have and topics do not, by their names in lower case. */
export const fieldsElsewhere: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([names, message]) => names.split(' ').map((name) => [name, message] as const)),
);
