import type { Paper } from '../papers/paper.ts';
import { paperPage } from '../papers/paper-id.ts';

/** The page of a paper, built from its id. Unusual characters are encoded, so that no source can forge a link. */
export const paperUrl = (paper: Paper): string =>
  encodeURI(paperPage(paper).toWellFormed()).replace(/[?#()*_~@]/g, percentEncode);

export const percentEncode = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
