/** Texts about the papers that a message names. */
export const mentions = {
  none: 'This message names no paper that I can read. I know arXiv ids and DOIs, and addresses at arXiv, alphaXiv, Hugging Face, bioRxiv, medRxiv, doi.org and publishers. `/papers search` finds papers by their words.',
  noneFound:
    'I found none of the papers that this message names: {ids}. Check the ids, or search with `/papers search`.',
  noneReached:
    'The papers that this message names are not stored ({ids}), and {sources} cannot be asked at the moment. Try again in a minute.',
  unknown: 'Not found: {ids}',
  unreached: 'Not found, because {sources} cannot be asked at the moment: {ids}',
  skipped: 'Not looked up, because a message gets {lookUps, number} look-ups: {ids}',
  tooMany: 'The message names {papers, plural, one {# paper} other {# papers}}. I took the first {taken, number}.',
} as const;
