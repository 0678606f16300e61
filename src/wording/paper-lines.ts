import type { DigestItem, MatchedTopic } from '../digests/digest-item.ts';
import type { Say } from '../language/say.ts';
import { readAcceptance } from '../papers/acceptance.ts';
import { bylineOf } from '../papers/collaborations.ts';
import type { Paper } from '../papers/paper.ts';
import { showPaperId } from '../papers/paper-id.ts';
import { publicationStatus } from '../papers/publication-status.ts';
import { paperUrl } from './paper-url.ts';
import { plainLine } from './plain-text.ts';
import { bold, createReading, highlighted, joined, link, plain, type Spans } from './spans.ts';
import { trustedCode } from './trusted-url.ts';

/** A paper of a digest outside of Discord, as lines. */
export interface PaperLines {
  readonly title: Spans;
  /** The page of the paper. */
  readonly url: string;
  /** Why it is here, its venue and its code. */
  readonly reasons: readonly Spans[];
  readonly text: Spans;
  /** Authors, other places, categories and counts. */
  readonly small: readonly Spans[];
}

/** How much is shown of a paper, in characters or items. */
const limits = {
  title: 300,
  name: 70,
  people: 4,
  topic: 60,
  topics: 5,
  why: 160,
  reasons: 3,
  venue: 90,
  categories: 5,
};

export interface PaperLineOptions {
  /** Whether each reason names its topic, which readers of several topics need. */
  readonly namesTopics: boolean;
  /** The most characters of its text. */
  readonly textLength: number;
  readonly say: Say;
}

export function paperLines(item: DigestItem, { namesTopics, textLength, say }: PaperLineOptions): PaperLines {
  const { paper, highlights, duplicates = [] } = item;
  const title = highlighted(paper.title, highlights.title, limits.title);
  return {
    title: title.length === 0 ? plain(showPaperId(paper)) : title,
    url: paperUrl(paper),
    reasons: filled([
      statusOf(paper, say),
      ...reasonsOf(item, namesTopics, say),
      joined([venueOf(paper, say), codeOf(paper, say)], ' · '),
    ]),
    text: textOfPaper(item, textLength, say),
    small: filled([peopleOf(paper, say), placesOf(duplicates, say), countsOf(item, say)]),
  };
}

const filled = (lines: readonly Spans[]): readonly Spans[] => lines.filter((line) => line.length > 0);

function statusOf(paper: Paper, say: Say): Spans {
  const status = publicationStatus(paper);
  return status === null ? [] : createReading().read(say(`cards.${status}`));
}

/** Topics with the same reason share a line. */
function reasonsOf({ matches }: DigestItem, namesTopics: boolean, say: Say): readonly Spans[] {
  const groups = [...Map.groupBy(matches, ({ why }) => say.sayings(why))];
  const rest = groups.slice(limits.reasons).flatMap(([, topics]) => topics).length;
  return [
    ...groups.slice(0, limits.reasons).map(([why, topics]) => reasonOf(why, namesTopics ? topics : [], say)),
    ...(rest === 0 ? [] : [plain(say('cards.moreTopics', { n: rest }))]),
  ];
}

function reasonOf(why: string, topics: readonly MatchedTopic[], say: Say): Spans {
  const { hold, read } = createReading();
  const shown = topics.slice(0, limits.topics).map(({ canonical }) => hold(plain(canonical, limits.topic)));
  const n = topics.length - shown.length;
  const names = say.join(n === 0 ? shown : [...shown, say('cards.moreTopics', { n })], 'names');
  const reasons = plainLine(why) === '' ? '' : hold(plain(why, limits.why));
  const both = names === '' || reasons === '' ? names || reasons : say('lists.reasons', { topics: names, reasons });
  return both === '' ? [] : read(say('cards.matches', { reasons: both }));
}

function venueOf({ comment, journalReference, extras }: Paper, say: Say): Spans {
  const accepted = readAcceptance(comment);
  const name = plain(accepted?.venue ?? journalReference ?? extras.venue ?? '', limits.venue);
  if (name.length === 0) return [];
  const { hold, read } = createReading();
  const venue = hold(name);
  switch (accepted?.how) {
    case 'accepted':
      return read(say('cards.acceptedAt', { venue }));
    case 'presented':
      return read(say('cards.presentedAt', { venue }));
    default:
      return read(say('cards.publishedIn', { venue }));
  }
}

function codeOf({ extras: { codeUrl, codeStars } }: Paper, say: Say): Spans {
  const url = trustedCode(codeUrl);
  if (url === null) return [];
  const { hold, read } = createReading();
  const code = link(url, plain(say('cards.code')));
  return codeStars === null ? code : read(say('cards.stars', { code: hold(code), n: codeStars }));
}

/** A machine's summary, marked as such, if there is one; otherwise the abstract. */
function textOfPaper({ paper: { abstract, extras }, highlights }: DigestItem, limit: number, say: Say): Spans {
  const { hold, read } = createReading();
  const summary = highlighted(extras.aiSummary ?? '', highlights.summary, limit);
  if (summary.length > 0) return read(say('cards.aiSummary', { text: hold(summary) }));
  const tldr = plain(extras.tldr ?? '', limit);
  if (tldr.length > 0) return read(say('cards.tldr', { text: hold(tldr) }));
  const text = highlighted(abstract, highlights.abstract, limit);
  return text.length === 0 ? plain(say('cards.noAbstract')) : text;
}

function peopleOf({ authors, extras }: Paper, say: Say): Spans {
  const { hold, read } = createReading();
  const { people, collaborations } = bylineOf(authors.map(plainLine));
  const names = (people.length === 0 ? collaborations : people)
    .map((name) => plain(name, limits.name))
    .filter((name) => name.length > 0);
  const n = names.length;
  const [first = '', second = ''] = names.slice(0, 2).map(hold);
  const named =
    n <= limits.people
      ? say.list(names.map(hold))
      : say('cards.manyAuthors', { first, second, last: hold(names.at(-1) ?? []), n });
  return joined([read(named), plain(extras.organization ?? '', limits.name)], ' · ');
}

function placesOf(duplicates: readonly Paper[], say: Say): Spans {
  if (duplicates.length === 0) return [];
  const { hold, read } = createReading();
  const places = duplicates
    .slice(0, limits.people)
    .map((paper) => hold(link(paperUrl(paper), plain(showPaperId(paper)))));
  const n = duplicates.length - places.length;
  return read(
    say('cards.sameAs', { places: say.list(n === 0 ? places : [...places, say('cards.morePlaces', { n })]) }),
  );
}

function countsOf({ paper, isLate }: DigestItem, say: Say): Spans {
  const { upvotes, citations } = paper.extras;
  const facts = [
    plain(paper.categories.slice(0, limits.categories).join(', '), limits.name),
    ...(upvotes === null ? [] : [plain(say('cards.upvotes', { n: upvotes }))]),
    ...(citations === null || citations === 0 ? [] : [plain(say('cards.citations', { n: citations }))]),
    ...(isLate === true ? [bold(plain(say('cards.late')))] : []),
    plain(showPaperId(paper)),
  ];
  return joined(facts, ' · ');
}
