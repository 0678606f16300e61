import type { PaperId } from '../../papers/paper.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import type { Instant } from '../../ports.ts';
import type { SavedPaper } from '../../store/reading-lists.ts';
import type { StoredDigest } from '../../store/stored-digests.ts';
import { UserError } from '../errors.ts';
import type { ComponentRow } from '../interactions/authorization.ts';
import { staleComponent } from '../interactions/component.ts';
import type { CommandContext } from '../interactions/context.ts';
import { hasPermission } from '../permissions.ts';
import { findSaved } from '../steps/saved-list.ts';

/** The digest that a menu or a button names by the nonce of its first part. */
export const digestReader: ComponentRow<StoredDigest> = {
  who: 'readers of the channel of the digest',
  grant: async ({ rest: [nonce = ''] }, context) => {
    const digest = /^[\w-]{1,25}$/.test(nonce) ? await context.store.digestByNonce(nonce) : null;
    // Others do not learn that there is such a digest.
    if (digest === null || !(await canRead(digest, context))) throw digestGone();
    return digest;
  },
};

/** The paper that the menu of a card names. Everybody may read every paper. */
export const cardReader: ComponentRow<PaperId> = {
  who: 'everyone',
  grant: async ({ rest }) => idIn(rest),
};

/** A reading list belongs to the person who uses its buttons: nothing in a request names another person. */
export const listOwner: ComponentRow<null> = {
  who: 'everyone, for their own reading list',
  grant: async () => null,
};

/** The paper of the reading list that a menu, or a form after a page, names. */
export const savedPaperOwner: ComponentRow<SavedPaper> = {
  who: listOwner.who,
  grant: async ({ rest: [, ...reference], values: [chosen] }, context) =>
    onList(chosen ?? reference.join(':'), context),
};

/** The paper of the reading list that a button names. */
export const savedPaperHolder: ComponentRow<SavedPaper> = {
  who: listOwner.who,
  grant: async ({ rest }, context) => onList(rest.join(':'), context),
};

/** The paper that was on the reading list, which a button names after a page. */
export const formerPaperOwner: ComponentRow<PaperId> = {
  who: listOwner.who,
  grant: async ({ rest: [, ...id] }) => idIn(id),
};

async function onList(reference: string, context: CommandContext): Promise<SavedPaper> {
  const saved = await findSaved(reference, context);
  if (saved === null) throw staleComponent();
  return saved;
}

/** The step of saving that a button undoes. */
export const savedStepOwner: ComponentRow<Instant> = {
  who: listOwner.who,
  grant: async ({ rest: [time = ''] }) => {
    if (!/^\d{1,15}$/.test(time)) throw staleComponent();
    return Number(time);
  },
};

/** An id can have colons, which also part a custom_id. */
function idIn(rest: readonly string[]): PaperId {
  const id = parsePaperId(rest.join(':'))?.id;
  if (id === undefined) throw staleComponent();
  return id;
}

/** Whether the user can see the channel. */
export async function canRead(
  { channelId, guildId }: Pick<StoredDigest, 'channelId' | 'guildId'>,
  context: CommandContext,
): Promise<boolean> {
  const { here } = context;
  // A direct message has no permissions: who is there can read it.
  if (context.guildId === null) return channelId === here.id;
  if (guildId !== context.guildId) return false;
  if (channelId === here.id) return hasPermission(here.invoker, 'viewChannel');
  try {
    return hasPermission((await context.access({ id: channelId })).invoker, 'viewChannel');
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

const digestGone = (): UserError => new UserError('no-such-digest', (say) => say('actions.digestGone'));
