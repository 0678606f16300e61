import { citePapers } from '../steps/citing.ts';
import { findNamedPapers } from '../steps/named-papers.ts';
import type { MessageMenu } from './menu.ts';

/** The menu Cite papers: cites every paper that a message names. */
export const citeMenu: MessageMenu = {
  key: 'cite',
  async run(message, context) {
    const { papers, notes } = await findNamedPapers(message, context);
    return { kind: 'message', visibility: 'private', message: await citePapers(papers, context, notes) };
  },
};
