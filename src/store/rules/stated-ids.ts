import type { PaperId } from '../../papers/paper.ts';
import { type IdKind, kindOfId } from '../../papers/paper-id.ts';

/**
 * Which paper uses an id. `stated`: the id is only stated. `contested`: two papers state it, and it belongs to neither.
 */
export type IdUse = { readonly kind: 'own' | 'stated'; readonly paperNumber: number } | { readonly kind: 'contested' };

/** The kinds of a paper's own ids, such as arXiv ids. */
export type OwnKinds = ReadonlySet<IdKind>;

/**
 * What it means that a paper states an id that is not its own. `first-statement`: no paper used the id. `nothing`: the
 * statement is known, or the id belongs to nobody. Otherwise another paper uses the id.
 */
export function statementOf(
  use: IdUse | null,
  paperNumber: number,
): 'first-statement' | 'nothing' | Exclude<IdUse, { readonly kind: 'contested' }> {
  if (use === null) return 'first-statement';
  return use.kind === 'contested' || use.paperNumber === paperNumber ? 'nothing' : use;
}

/**
 * Whether two papers, of which one states an id of the other, are the same work. No work has two ids from the same server:
 * if both papers have one, one of the statements is wrong.
 */
export const areOneWork = (one: OwnKinds, other: OwnKinds): boolean => one.isDisjointFrom(other);

/** Whether an id belongs to nobody from now on, because two papers that differ state it. An own id stays where it is. */
export const becomesContested = ({ kind }: IdUse): boolean => kind === 'stated';

/** Whether a stated id names the paper that states it. It does not if the paper has an own id of the same kind. */
export const namesItsPaper = (id: PaperId, ownKinds: OwnKinds): boolean => !ownKinds.has(kindOfId(id));
