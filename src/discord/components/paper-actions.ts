import type { PaperId } from '../../papers/paper.ts';
import type { ComponentBehaviour } from '../interactions/component.ts';
import { foundPaper } from '../steps/paper-reference.ts';
import { actionNamed } from './digest-actions.ts';

/** The menu below the card of one paper. */
export const choosePaperAction: ComponentBehaviour<'paper-actions', PaperId> = {
  verb: 'paper-actions',
  deferral: 'private',
  async run({ values: [name] }, context, id) {
    const action = actionNamed(name);
    const paper = foundPaper(id, await context.services.lookUpPaper(id));
    const message = await action.run({ papers: [paper], digest: null }, context);
    return { kind: 'message', visibility: 'private', message };
  },
};
