/** A topic that is proposed from papers which somebody gives. */
export const proposal = {
  oneOfThree: 'Give one of the options `topic`, `file` and `author`: each of them says what the papers are about.',
  badAuthor:
    'I cannot read “{typed}” as the id of an author. Give an ORCID, such as `0000-0002-1825-0097`, an id of OpenAlex, such as `A5023888391`, an id of Semantic Scholar, such as `1741101`, or the address of such a page.',
  fromFile: 'Proposed from the {n, plural, one {# paper} other {# papers}} in your file ({format}).',
  fromAuthor: 'Proposed from {n, plural, one {# paper} other {# papers}} by {author}, as {service} lists them.',
  skipped: '{n, plural, one {# entry was} other {# entries were}} left out: {entries}.',
  skippedEntry: '{entry} ({reason, select, damaged {damaged} long {too long} other {no title}})',
  skippedMore: '{n, number} more',
  further: 'I read the first {n, number} entries and left out {more, number} after them.',
  finds: 'It finds {found, number} of your {n, plural, one {# paper} other {# papers}}.',
  findsByTitle:
    'It finds {found, number} of your {n, plural, one {# paper} other {# papers}}, mostly by their titles, because most of them came without an abstract.',
  missedButton: 'What it misses',
  missed: '**{topic}** does not find {n, plural, one {this one} other {these #}} of your papers:',
  missedMore: '… and {n, number} more',
  missesNothing: '**{topic}** finds all of your papers.',
  forgotten: 'I no longer have your papers, because I keep them for an hour at most. Run `/subscribe` again.',
  followAuthor: 'Follow {author} instead',
  nothingInCommon:
    'I found no words that your {n, plural, one {paper has} other {papers share}} and other papers lack. Give more papers on one subject, or a topic in your own words.',
  fileTooLarge: 'I read files of up to 1 MB. Export fewer papers, or leave out attachments and notes.',
  fileGone: 'Discord no longer has this file. Attach it again.',
  fileUnreachable: 'I could not fetch this file from Discord. Try again in a minute.',
  fileTooHard:
    'I could not read this file within my limits of time and memory. Export the papers again, or fewer of them.',
  fileBusy: 'I am reading other files at the moment. Try again in a minute.',
  fileEmpty: 'This file is empty. Export the papers again.',
  fileNoText: 'This file is not a text. Export the papers as BibTeX, RIS or CSL-JSON.',
  fileUnknown: 'This file is none of BibTeX, RIS and CSL-JSON. Export the papers in one of these formats.',
  fileDamaged: 'This file begins like CSL-JSON, but is not valid JSON. Export the papers again.',
  fileNoPapers: 'I found no paper with a title in this file ({format}). {skipped}',
  authorUnknown: '{service} does not know this author. Check the id, or give your papers as a file.',
  authorBusy:
    '{service} has too many requests at the moment. Try again in some minutes, or give your papers as a file.',
  authorClosed:
    '{service} does not answer me, because I have no valid key for it. The person who runs me can set one. Give your papers as a file instead.',
  authorUnreachable: '{service} cannot be reached at the moment. Try again later, or give your papers as a file.',
  authorNoPapers: '{service} lists no papers by this author. Give your papers as a file instead.',
} as const;
