import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import { showPaperId } from '../../papers/paper-id.ts';
import type { ClubAgenda } from '../../store/clubs.ts';
import { customId, row, select } from './components.ts';
import { plainLine } from './escape.ts';
import { type Message, suppressEmbeds } from './message.ts';
import { messageLimits } from './message-limits.ts';
import { paperLine } from './paper-card.ts';
import { timestamp } from './time.ts';

export interface ShownAgenda {
  readonly agenda: ClubAgenda;
  /** When it closes, and when the club meets then, as timestamps. */
  readonly closes: string;
  readonly meets: string;
  /** What the person has just done. */
  readonly notice?: string;
}

const papersShown = 10;
const titleLength = 80;

/** The agenda of a club with its votes, and a menu to vote for the papers of the round. */
export function clubStatus({ agenda, closes, meets, notice }: ShownAgenda, say: Say): Message {
  const { club, voted, voters, others } = agenda;
  const relative = timestamp(club.closesAt, 'R');
  const rows = voted.slice(0, papersShown).map(({ paper, votes, isMine }, index) => {
    const count = [say('club.votes', { votes }), ...(isMine ? [say('club.yours')] : [])];
    return `${index + 1}. ${paperLine(paper, undefined, titleLength)} · ${count.join(', ')}`;
  });
  const rest = voted.length - rows.length;
  const papers = [...voted.map(({ paper }) => paper), ...others];
  const lines = [
    ...(notice === undefined ? [] : [notice, '']),
    say('club.status', { channel: `<#${club.channelId}>`, closes, relative, meets }),
    say('club.rule', { papers: club.winners }),
    say('club.voters', { people: voters }),
    ...(papers.length === 0 ? [say('club.noPapers')] : []),
    ...rows,
    ...(rest > 0 ? [say('club.more', { n: rest })] : []),
  ];
  const options = papers.filter(({ id }) => id.length <= messageLimits.selectText).map(optionOf);
  const menu = select(customId('club-pick', club.channelId), say('club.voteMenu'), options);
  return {
    content: lines.join('\n'),
    flags: suppressEmbeds,
    ...(options.length === 0 ? {} : { components: [row(menu)] }),
  };
}

const optionOf = (paper: Paper) => ({
  value: paper.id,
  label: plainLine(paper.title) || showPaperId(paper),
  description: [plainLine(paper.authors[0] ?? ''), showPaperId(paper)].filter((part) => part !== '').join(' · '),
});
