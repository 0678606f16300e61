import type { Say } from '../language/say.ts';
import type { Paper } from '../papers/paper.ts';
import { kindOfId } from '../papers/paper-id.ts';
import type { Instant } from '../ports.ts';
import { explainMatch } from '../topics/matching/explain.ts';
import { matchTopic } from '../topics/matching/match.ts';
import { readPaper } from '../topics/matching/paper-text.ts';
import type { Topic } from '../topics/topic.ts';
import { paperUrl } from '../wording/paper-url.ts';
import { trustedCode } from '../wording/trusted-url.ts';
import type { FeedEntry } from './feed.ts';
import { htmlText, plainText } from './feed-text.ts';

/** A paper, and when it came into the feed. */
export interface DatedPaper {
  readonly paper: Paper;
  readonly at: Instant;
}

/** The entry of a paper, with the reasons for which it matches the topics. */
export function paperEntry({ paper, at }: DatedPaper, topics: readonly Topic[], say: Say): FeedEntry {
  const { title, authors, categories } = paper;
  const id = entryId(paper);
  return {
    id,
    url: paperUrl(paper),
    title: plainText(title) || id,
    authors: authors.map(plainText).filter((name) => name !== ''),
    categories: categories.map(plainText).filter((name) => name !== ''),
    html: contentOf(paper, topics, say),
    at,
  };
}

/** The id of a paper in the schemes of RFC 4452. It needs no address that could change. */
function entryId({ id }: Paper): string {
  const scheme = kindOfId(id) === 'arxiv' ? 'arxiv' : 'doi';
  return `info:${scheme}/${id.toWellFormed().split('/').map(encodeURIComponent).join('/')}`;
}

function contentOf(paper: Paper, topics: readonly Topic[], say: Say): string {
  const { abstract, extras } = paper;
  const reasons = reasonsOf(paper, topics, say);
  const links = [
    ...link(trustedCode(extras.codeUrl), say('cards.code')),
    ...link(extras.projectUrl, say('feeds.project')),
  ];
  return [
    ...(reasons === '' ? [] : [`<em>${htmlText(say('cards.matches', { reasons }))}</em>`]),
    htmlText(abstract) || htmlText(say('cards.noAbstract')),
    `<a href="${htmlText(paperUrl(paper))}">${htmlText(paperUrl(paper))}</a>`,
    ...(links.length === 0 ? [] : [links.join(' · ')]),
  ]
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

/** Why the paper matches, with the names of the topics where there are several. */
function reasonsOf(paper: Paper, topics: readonly Topic[], say: Say): string {
  const text = readPaper(paper);
  const matched = topics.flatMap((topic) => {
    const match = matchTopic(topic, text);
    return match === null ? [] : [{ topic: topic.canonical, reasons: say.sayings(explainMatch(match)) }];
  });
  const shown = matched.map(({ topic, reasons }) =>
    topics.length === 1 || reasons === '' ? reasons || topic : say('lists.reasons', { topics: topic, reasons }),
  );
  return say.join(shown, 'clauses');
}

function link(url: string | null, label: string): readonly string[] {
  if (url === null || !URL.canParse(url)) return [];
  const { protocol, href } = new URL(url);
  return protocol === 'https:' ? [`<a href="${htmlText(href)}">${htmlText(label)}</a>`] : [];
}
