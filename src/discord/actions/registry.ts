import type { ActionName } from '../rendering/action-menu.ts';
import type { PaperAction } from './action.ts';
import { citeAction } from './cite.ts';
import { discussAction } from './discuss.ts';
import { lessLikeThisAction } from './less-like-this.ts';
import { moreLikeThisAction } from './more-like-this.ts';
import { saveAction } from './save.ts';
import { similarAction } from './similar.ts';
import { voteAction } from './vote.ts';
import { whyAction } from './why.ts';

/** The registry of paper actions, by the name in the menu. */
export const paperActions: Readonly<Record<ActionName, PaperAction>> = {
  save: saveAction,
  cite: citeAction,
  similar: similarAction,
  discuss: discussAction,
  more: moreLikeThisAction,
  less: lessLikeThisAction,
  vote: voteAction,
  why: whyAction,
};
