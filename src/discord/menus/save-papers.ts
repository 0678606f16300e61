import { findNamedPapers } from '../steps/named-papers.ts';
import { savePapers } from '../steps/saving.ts';
import type { MessageMenu } from './menu.ts';

/** The menu Save papers: puts every paper that a message names on the person's reading list. */
export const saveMenu: MessageMenu = {
  key: 'save',
  async run(message, context) {
    const { papers, notes } = await findNamedPapers(message, context);
    const saved = await savePapers(papers, context);
    return {
      kind: 'message',
      visibility: 'private',
      message: { ...saved, content: [saved.content, ...notes].join('\n') },
    };
  },
};
