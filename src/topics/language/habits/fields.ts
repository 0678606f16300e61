import { type Saying, saying } from '../../../language/saying.ts';

const rows: readonly (readonly [names: string, said: Saying])[] = [
  [
    'submitteddate lastupdateddate date year since until before after from to pubdate publishedafter',
    saying('habits.dates'),
  ],
  ['jr journal journalref jref so srctitle rn reportnumber issn isbn', saying('habits.journals')],
  ['allintitle intitle allintext intext allinanchor inurl allinurl', saying('habits.googleFields')],
  ['site', saying('habits.site')],
  ['filetype ext', saying('habits.fileTypes')],
  ['mesh mh kw key keyword keywords subject descriptor tag tags', saying('habits.keywords')],
  ['aff affil affiliation ad institution university', saying('habits.affiliations')],
  ['doi arxiv', saying('habits.ids')],
  ['http https', saying('habits.addresses')],
  ['lang language la', saying('habits.languages')],
];

/** What to say of fields that other services have and topics do not, by their names in lower case. */
export const fieldsElsewhere: ReadonlyMap<string, Saying> = new Map(
  rows.flatMap(([names, said]) => names.split(' ').map((name) => [name, said] as const)),
);
