import type { MatchedTopic } from '../../digests/digest-item.ts';
import type { Paper } from '../../papers/paper.ts';
import type { StoredDigest } from '../../store/stored-digests.ts';
import { parseCanonical } from '../../topics/language/parse.ts';
import { explainMatch } from '../../topics/matching/explain.ts';
import { highlightsOf } from '../../topics/matching/highlights.ts';
import { matchTopic } from '../../topics/matching/match.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import type { Topic } from '../../topics/topic.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import { type LeftOutPaper, leftOutPage, leftOutPageLength } from '../rendering/left-out-page.ts';
import type { Message } from '../rendering/message.ts';

/**
 * A page of the papers that matched and were over the maximum of a digest, in its order, each with the reasons why it
 * matches the present topics of the channel.
 * @throws UserError if they are no longer known
 */
export async function showLeftOut(
  digest: StoredDigest,
  { nonce, page }: { readonly nonce: string; readonly page: number },
  { store, say }: Pick<CommandContext, 'store' | 'say'>,
): Promise<Message> {
  const { leftOut, channelId, date } = digest;
  if (leftOut === null) throw forgotten();
  const first = page * leftOutPageLength;
  const shown = leftOut.slice(first, first + leftOutPageLength);
  const stored = (await Promise.all(shown.map((id) => store.paper(id)))).filter((paper) => paper !== null);
  const topics = await topicsOf(channelId, store);
  const run = await store.digestRun(channelId, date);
  const shownPage = {
    nonce,
    date,
    page,
    firstPlace: digest.papers.length + first + 1,
    papers: stored.map((paper) => describe(paper, topics)),
    listed: leftOut.length,
    total: Math.max(leftOut.length, (run?.matched ?? 0) - digest.papers.length),
  };
  return leftOutPage(shownPage, say);
}

async function topicsOf(channelId: string, store: CommandContext['store']): Promise<readonly Topic[]> {
  const { subscriptions } = await store.digestInput(channelId);
  const parsed = subscriptions.map(({ subscription: { topic } }) => parseCanonical(topic, store.meaning));
  return parsed.flatMap((one) => (one.ok ? [one.topic] : []));
}

function describe(paper: Paper, topics: readonly Topic[]): LeftOutPaper {
  const text = readPaper(paper);
  const found = topics.flatMap((topic) => {
    const match = matchTopic(topic, text);
    return match === null ? [] : [{ topic, match }];
  });
  return {
    paper,
    highlights: highlightsOf(
      found.map(({ match }) => match),
      paper,
    ),
    snippet: null,
    duplicates: [],
    matches: found.map(({ topic, match }): MatchedTopic => ({ canonical: topic.canonical, why: explainMatch(match) })),
  };
}

const forgotten = (): UserError => new UserError('rest-forgotten', (say) => say('actions.restForgotten'));
