import type { Paper, PaperId } from '../../papers/paper.ts';
import type { VoteOutcome } from '../../store/clubs.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import { clubStatus } from '../rendering/club-status.ts';
import { escapeToFit } from '../rendering/escape.ts';
import type { Message } from '../rendering/message.ts';
import { timestamp } from '../rendering/time.ts';
import { noClub, showDates } from './clubs.ts';

type VoteContext = Pick<CommandContext, 'store' | 'userId' | 'clock' | 'say'>;
type Vote = Extract<VoteOutcome, { readonly paper: Paper }>;

const titleLength = 150;
/** How many votes are reported one by one. */
const votesShown = 5;

/**
 * Votes for papers of a channel's digests, and says how many votes they have. A second vote takes the first one back.
 * @throws UserError if none of the votes counts
 */
export async function voteForPapers(
  ids: readonly PaperId[],
  channelId: string,
  { store, userId, clock, say }: VoteContext,
): Promise<Message> {
  const outcomes: VoteOutcome[] = [];
  for (const paperId of ids) outcomes.push(await store.voteForPaper({ channelId, userId, paperId, at: clock() }));
  const votes = outcomes.filter((outcome): outcome is Vote => 'paper' in outcome);
  const [first] = votes;
  if (first === undefined) throw refusalOf(outcomes[0]?.kind, channelId);
  const lines = votes.slice(0, votesShown).map(({ kind, paper, votes: n }) =>
    say(kind === 'voted' ? 'club.voted' : 'club.unvoted', {
      paper: `**${escapeToFit(paper.title, titleLength)}**`,
      votes: n,
    }),
  );
  const rest = votes.length - lines.length;
  const more = rest === 0 ? [] : [say('club.more', { n: rest })];
  return { content: [...lines, ...more, say('club.again', { closes: timestamp(first.closesAt, 'F') })].join('\n') };
}

function refusalOf(kind: VoteOutcome['kind'] | undefined, channelId: string): UserError {
  if (kind === 'no-club') return noClub(channelId);
  if (kind === 'closed') return new UserError('agenda-closed', (say) => say('club.closed'));
  return new UserError('not-in-digest', (say) => say('club.notInDigest', { channel: `<#${channelId}>` }));
}

/**
 * The agenda of a channel's club, as a person sees it.
 * @throws UserError if there is no club
 */
export async function showAgenda(
  channelId: string,
  { store, userId, say }: VoteContext,
  notice?: string,
): Promise<Message> {
  const agenda = await store.clubAgenda(channelId, userId);
  const record = await store.channel(channelId);
  if (agenda === null || record === null) throw noClub(channelId);
  return clubStatus({ agenda, ...showDates(agenda.club, record.schedule.zone), ...(notice && { notice }) }, say);
}
