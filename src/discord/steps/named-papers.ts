import type { Say } from '../../language/say.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import { mentionedPapers } from '../../papers/paper-mentions.ts';
import type { PaperLookUp } from '../../use-cases/look-up-paper.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { ReadMessage } from '../interactions/interaction.ts';

/** How many papers of a message are taken, and how many of them are looked up at sources, where each takes seconds. */
const most = { papers: 25, lookUps: 10 };

/** The papers that a message names, and lines about those that were not found. */
export interface NamedPapers {
  /** One or more. */
  readonly papers: readonly Paper[];
  readonly notes: readonly string[];
}

/**
 * Finds the papers that a message names, in its text and in its embeds: in the store, and otherwise at the sources.
 * @throws UserError if there is none
 */
export async function findNamedPapers({ texts }: ReadMessage, context: CommandContext): Promise<NamedPapers> {
  const ids = mentionedPapers(texts.join('\n'));
  if (ids.length === 0) throw new UserError('names-no-paper', (say) => say('mentions.none'));
  const taken = ids.slice(0, most.papers);
  const found = await lookUpAll(taken, context);
  const papers = found.flatMap(({ outcome }) => (outcome.kind === 'found' ? [outcome.paper] : []));
  if (papers.length === 0) throw noneFound(found);
  const { say } = context;
  const [unknown, unreached] = [missing(found, 'unknown'), missing(found, 'unreachable')];
  const skipped = missing(found, 'skipped');
  return {
    papers: [...new Map(papers.map((paper) => [paper.id, paper])).values()],
    notes: [
      ...(unknown.length === 0 ? [] : [say('mentions.unknown', { ids: inCode(unknown, say) })]),
      ...(unreached.length === 0
        ? []
        : [say('mentions.unreached', { ids: inCode(unreached, say), sources: say.list(failedIn(found)) })]),
      ...(skipped.length === 0 ? [] : [say('mentions.skipped', { ids: inCode(skipped, say), lookUps: most.lookUps })]),
      ...(ids.length > taken.length ? [say('mentions.tooMany', { papers: ids.length, taken: taken.length })] : []),
    ],
  };
}

interface LookedUp {
  readonly id: PaperId;
  /** `skipped`: too many others were looked up before. */
  readonly outcome: PaperLookUp | { readonly kind: 'skipped' };
}

async function lookUpAll(
  ids: readonly PaperId[],
  { store, services }: Pick<CommandContext, 'store' | 'services'>,
): Promise<readonly LookedUp[]> {
  let left = most.lookUps;
  return await Promise.all(
    ids.map(async (id): Promise<LookedUp> => {
      const paper = await store.paper(id);
      if (paper !== null) return { id, outcome: { kind: 'found', paper } };
      left -= 1;
      return { id, outcome: left < 0 ? { kind: 'skipped' } : await services.lookUpPaper(id) };
    }),
  );
}

const missing = (found: readonly LookedUp[], kind: LookedUp['outcome']['kind']): readonly PaperId[] =>
  found.filter(({ outcome }) => outcome.kind === kind).map(({ id }) => id);

const failedIn = (found: readonly LookedUp[]): readonly string[] => [
  ...new Set(found.flatMap(({ outcome }) => (outcome.kind === 'unreachable' ? outcome.failed : []))),
];

function noneFound(found: readonly LookedUp[]): UserError {
  const ids = found.map(({ id }) => id);
  const sources = failedIn(found);
  return sources.length === 0
    ? new UserError('unknown-paper', (say) => say('mentions.noneFound', { ids: inCode(ids, say) }))
    : new UserError('source-unreachable', (say) =>
        say('mentions.noneReached', { ids: inCode(ids, say), sources: say.list(sources) }),
      );
}

/** How many characters of ids a line shows. */
const idsLength = 150;

/** Ids in code. They have neither backticks nor blanks. Long lists are cut, because a message has 2,000 characters. */
function inCode(ids: readonly PaperId[], say: Say): string {
  const shown: string[] = [];
  let length = 0;
  for (const id of ids) {
    length += id.length + 4;
    if (length > idsLength && shown.length > 0) return say.join([...shown, '…'], 'names');
    shown.push(`\`${id.length > idsLength ? `${id.slice(0, idsLength)}…` : id}\``);
  }
  return say.join(shown, 'names');
}
