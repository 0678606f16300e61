import type { Paper } from '../../papers/paper.ts';
import type { StoredDigest } from '../../store/stored-digests.ts';
import type { PaperAction } from '../actions/action.ts';
import { paperActions } from '../actions/registry.ts';
import { voteAction } from '../actions/vote.ts';
import { type ComponentBehaviour, pageNumber, staleComponent } from '../interactions/component.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { RawPress } from '../interactions/interaction.ts';
import type { Reply } from '../interactions/reply.ts';
import type { Message } from '../rendering/message.ts';
import { paperPicker, paperValue } from '../rendering/paper-picker.ts';

/** The menu below a digest: asks for the papers, or acts at once if the digest has only one. */
export const chooseDigestAction: ComponentBehaviour<'digest-actions', StoredDigest> = {
  verb: 'digest-actions',
  deferral: 'private',
  run: ({ rest: [nonce = ''], values: [name] }, context, digest) =>
    begin({ action: actionNamed(name), nonce, digest, page: 0 }, context),
};

/** The button Vote below a digest, which is the action of that name. */
export const voteInDigest: ComponentBehaviour<'club-vote', StoredDigest> = {
  verb: 'club-vote',
  deferral: 'private',
  run: ({ rest: [nonce = ''] }, context, digest) => begin({ action: voteAction, nonce, digest, page: 0 }, context),
};

async function begin(picking: Picking, context: CommandContext): Promise<Reply> {
  const { action, digest } = picking;
  const { papers } = digest;
  if (papers.length === 0) throw staleComponent();
  const message = papers.length === 1 ? await action.run({ papers, digest }, context) : picker(picking, context);
  return { kind: 'message', visibility: 'private', message };
}

/** The buttons Previous and Next below the menu of papers. */
export const turnPickerPage: ComponentBehaviour<'digest-page', StoredDigest> = {
  verb: 'digest-page',
  deferral: 'update',
  async run({ rest: [nonce = '', name, page] }, context, digest) {
    const picking = { action: actionNamed(name), nonce, digest, page: pageNumber(page) };
    return { kind: 'update', message: picker(picking, context) };
  },
};

/** The menu of papers: acts on those that were picked. */
export const pickPapers: ComponentBehaviour<'digest-pick', StoredDigest> = {
  verb: 'digest-pick',
  deferral: 'update',
  async run(press, context, digest) {
    const action = actionNamed(press.rest[1]);
    const papers = await pickedPapers(press, digest, context);
    if (action.takes === 'one' && papers.length > 1) throw staleComponent();
    return { kind: 'update', message: await action.run({ papers, digest }, context) };
  },
};

/** The action with that name. A menu of an older version can have others, and a forged one anything. */
export function actionNamed(name: string | undefined): PaperAction {
  const action = Object.values(paperActions).find((one) => one.name === name);
  if (action === undefined) throw staleComponent();
  return action;
}

interface Picking {
  readonly action: PaperAction;
  readonly nonce: string;
  readonly digest: StoredDigest;
  readonly page: number;
}

const picker = (
  { action, nonce, digest: { date, papers }, page }: Picking,
  { say }: Pick<CommandContext, 'say'>,
): Message => paperPicker({ action: action.name, takes: action.takes, nonce, date, papers, page }, say);

/** The papers of the digest that were picked, each once. A paper that was merged meanwhile is found by its former id. */
async function pickedPapers(
  { values }: RawPress,
  { papers }: StoredDigest,
  { store }: CommandContext,
): Promise<readonly Paper[]> {
  const byValue = new Map(papers.map((paper, index) => [paperValue(paper, index), paper]));
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const picked = new Set<Paper>();
  for (const value of values) {
    const paper = byValue.get(value) ?? byId.get((await store.paper(value))?.id ?? '');
    if (paper === undefined) throw staleComponent();
    picked.add(paper);
  }
  if (picked.size === 0) throw staleComponent();
  return [...picked];
}
