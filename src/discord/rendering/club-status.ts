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
  const papers = [...voted.map(({ paper }) => paper), ...others];
  const head = [
    ...(notice === undefined ? [] : [notice, '']),
    say('club.status', { channel: `<#${club.channelId}>`, closes, relative, meets }),
    say('club.rule', { papers: club.winners }),
    say('club.voters', { people: voters }),
    ...(papers.length === 0 ? [say('club.noPapers')] : []),
  ];
  const more = (n: number): string => say('club.more', { n });
  const shown = fitting(rows, messageLimits.content - [...head, more(voted.length)].join('\n').length);
  const rest = voted.length - shown.length;
  const lines = [...head, ...shown, ...(rest > 0 ? [more(rest)] : [])];
  const options = papers.filter(({ id }) => id.length <= messageLimits.selectText).map(optionOf);
  const menu = select(customId('club-pick', club.channelId), say('club.voteMenu'), options);
  return {
    content: lines.join('\n'),
    flags: suppressEmbeds,
    ...(options.length === 0 ? {} : { components: [row(menu)] }),
  };
}

/** The first of the rows, as many as fit, each on a line. */
function fitting(rows: readonly string[], room: number): readonly string[] {
  let left = room;
  const end = rows.findIndex((row) => {
    left -= row.length + 1;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

const optionOf = (paper: Paper) => ({
  value: paper.id,
  label: plainLine(paper.title) || showPaperId(paper),
  description: [plainLine(paper.authors[0] ?? ''), showPaperId(paper)].filter((part) => part !== '').join(' · '),
});
