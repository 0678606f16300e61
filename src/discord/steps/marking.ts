import type { Paper } from '../../papers/paper.ts';
import type { MarkOutcome, Wish } from '../../store/marks.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';
import type { Message } from '../rendering/message.ts';

const titleLength = 120;
/** How many titles are named. */
const titlesShown = 5;

/**
 * Marks papers of the channel's digests for a person, and says what that changes. The same wish again takes a mark back.
 * @throws UserError if none of the papers was in a digest of the channel
 */
export async function markPapers(
  wish: Wish,
  papers: readonly Paper[],
  channelId: string,
  { store, userId, clock, say }: Pick<CommandContext, 'store' | 'userId' | 'clock' | 'say'>,
): Promise<Message> {
  const outcomes: MarkOutcome[] = [];
  for (const { id } of papers) {
    const outcome = await store.markPaper({ channelId, userId, paperId: id, wish, at: clock() });
    if (outcome !== null) outcomes.push(outcome);
  }
  if (outcomes.length === 0) throw new UserError('not-in-digest', (words) => words('marks.notInDigest'));
  const titlesOf = (some: readonly MarkOutcome[]): string => {
    const titles = some.slice(0, titlesShown).map(({ paper }) => `**${escapeToFit(paper.title, titleLength)}**`);
    const rest = some.length - titles.length;
    return say.list(rest === 0 ? titles : [...titles, say('marks.others', { count: rest })]);
  };
  const [back, set] = [true, false].map((isBack) => outcomes.filter(({ kind }) => (kind === 'taken-back') === isBack));
  const lines = [
    ...(set?.length ? [say(`marks.${wish}`, { papers: titlesOf(set) }), say('marks.again')] : []),
    ...(back?.length ? [say('marks.takenBack', { papers: titlesOf(back) })] : []),
  ];
  return { content: lines.join('\n') };
}
