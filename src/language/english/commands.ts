/**
 * What Discord shows of the commands: the description of a command, of its options (`command.option`), and the names of
 * its choices (`command.option.choice`). Descriptions have at most 100 characters.
 */
export const commands = {
  'digest pause': 'Stop the digest for a while; subscriptions stay',
  'digest pause.until': 'When it comes again, such as: 2 weeks, next monday, 1 July',
  'digest pause.channel': 'Whose digest (this channel, if you leave it out)',
  'papers cite': 'Cite papers: as BibTeX, RIS, CSL-JSON, text or Markdown',
  'papers cite.id': 'Ids or addresses of papers, such as 2406.01234',
  'papers cite.format': 'The form (BibTeX, if you leave it out)',
  'papers cite.format.plain': 'Plain text',
  'papers cite.since': 'All papers of this channel’s digests since that day, such as: 2026-06-01, monday, 2 weeks',
  'papers cite.until': 'The last day (today, if you leave it out)',
  'papers saved': 'Your reading list, which only you see',
  'papers saved.format': 'Export the whole list in this form, as a file',
  'papers saved.format.plain': 'Plain text',
} as const;
