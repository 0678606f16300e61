import type { Paper } from '../../src/papers/paper.ts';
import { inventPaper as inventAnyPaper } from '../support/invented-papers.ts';

/** An invented paper by one author. A test gives only the fields that matter to it. */
export const inventPaper = (known: Partial<Paper> = {}): Paper =>
  inventAnyPaper({ id: '2601.00001', authors: ['Ada Example'], ...known });
