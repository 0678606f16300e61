import type { Paper, PaperId } from '../../papers/paper.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { foundPaper } from './paper-reference.ts';
import { readDaysOption, todayHere } from './past-days.ts';

/** How many papers are looked up at a time. Each one that is not stored is a request to its source. */
const idsAtMost = 10;
/** How many papers of digests are cited at a time. */
const papersAtMost = 1_000;

/** Papers to cite, and lines that say what is missing. */
export interface CitedPapers {
  readonly papers: readonly Paper[];
  readonly notes: readonly string[];
}

/** @throws UserError if a text is not an id, if there are too many, or if the only paper is not known */
export async function namedPapers(typed: string, { services, say }: CommandContext): Promise<CitedPapers> {
  const ids = readIds(typed);
  const outcomes = await Promise.all(ids.map((id) => services.lookUpPaper(id)));
  const [first] = ids;
  const [outcome] = outcomes;
  if (ids.length === 1 && first !== undefined && outcome !== undefined)
    return { papers: [foundPaper(first, outcome)], notes: [] };
  const papers = outcomes.flatMap((each) => (each.kind === 'found' ? [each.paper] : []));
  const unknown = ids.filter((_, index) => outcomes[index]?.kind !== 'found').map((id) => `\`${id}\``);
  const notes = unknown.length === 0 ? [] : [say('cite.unknown', { papers: say.list(unknown) })];
  if (papers.length === 0) throw new UserError('unknown-papers', notes.join(''));
  return { papers, notes };
}

/** The ids of a text, each once. Commas, `arXiv:` and the like between them are skipped. */
function readIds(typed: string): readonly PaperId[] {
  const whole = parsePaperId(typed);
  if (whole !== null) return [whole.id];
  const parts = typed.split(/[\s,;]+/).filter((part) => !/^(?:arxiv|doi)?:?$|^and$/i.test(part));
  const ids = new Set<PaperId>();
  for (const part of parts) {
    const parsed = parsePaperId(part);
    if (parsed === null) throw unreadableId(part);
    ids.add(parsed.id);
  }
  if (ids.size === 0) throw unreadableId(typed);
  if (ids.size > idsAtMost)
    throw new UserError('too-many-ids', (say) => say('cite.tooManyIds', { limit: idsAtMost, named: ids.size }));
  return [...ids];
}

const unreadableId = (typed: string): UserError =>
  new UserError('bad-paper-id', (say) => say('cite.unreadableId', { typed: escapeToFit(typed, 80) }));

/** The papers that the channel of the command got on some days. @throws UserError if there are none, or no such days */
export async function digestPapersOf(
  days: { readonly since: string | undefined; readonly until: string | undefined },
  { store, say, here, clock }: CommandContext,
): Promise<CitedPapers> {
  const today = await todayHere({ store, here, clock });
  const since = readDaysOption(days.since, today)?.from ?? null;
  const until = readDaysOption(days.until, today)?.to ?? null;
  if (since !== null && until !== null && until < since)
    throw new UserError('wrong-order', (words) => words('cite.wrongOrder', { since, until }));
  const { papers, total } = await store.digestPapers(here.id, { since, until, limit: papersAtMost });
  if (papers.length === 0) throw new UserError('no-digests', (words) => words('cite.noDigests'));
  const notes = total > papers.length ? [say('cite.tooMany', { limit: papersAtMost, total })] : [];
  return { papers, notes };
}
