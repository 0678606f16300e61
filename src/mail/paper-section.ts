import type { DigestItem, MatchedTopic } from '../digests/digest-item.ts';
import type { Say } from '../language/say.ts';
import { readAcceptance } from '../papers/acceptance.ts';
import { bylineOf } from '../papers/collaborations.ts';
import type { Paper } from '../papers/paper.ts';
import { showPaperId } from '../papers/paper-id.ts';
import { publicationStatus } from '../papers/publication-status.ts';
import { paperUrl } from '../wording/paper-url.ts';
import { plainLine } from '../wording/plain-text.ts';
import { trustedCode } from '../wording/trusted-url.ts';
import { createReading, highlighted, joined, link, type Phrase, plain, strong } from './phrase.ts';

/** How much of a paper an email shows, in characters or items. */
const limits = {
  title: 300,
  text: 400,
  name: 70,
  people: 4,
  topic: 60,
  why: 160,
  reasons: 3,
  venue: 90,
  categories: 5,
};

/** A paper in an email. Empty phrases are left out. */
export interface PaperSection {
  readonly title: Phrase;
  readonly url: string;
  /** Why it is here, and its venue and code. */
  readonly reasons: readonly Phrase[];
  readonly text: Phrase;
  /** Authors, other places, categories and counts: small lines. */
  readonly small: readonly Phrase[];
}

/** @param namesTopics whether each reason names its topic, which readers of several topics need */
export function paperSection(item: DigestItem, namesTopics: boolean, say: Say): PaperSection {
  const { paper, highlights, duplicates = [] } = item;
  const title = highlighted(paper.title, highlights.title, limits.title);
  return {
    title: title.text === '' ? plain(showPaperId(paper)) : title,
    url: paperUrl(paper),
    reasons: filled([
      statusOf(paper, say),
      ...reasonsOf(item, namesTopics, say),
      joined(filled([venueOf(paper, say), codeOf(paper, say)]), ' · '),
    ]),
    text: textOf(item, say),
    small: filled([peopleOf(paper, say), placesOf(duplicates, say), countsOf(item, say)]),
  };
}

const filled = (phrases: readonly Phrase[]): readonly Phrase[] => phrases.filter(({ text }) => text !== '');
const nothing: Phrase = { html: '', text: '' };

function statusOf(paper: Paper, say: Say): Phrase {
  const status = publicationStatus(paper);
  return status === null ? nothing : createReading().read(say(`cards.${status}`));
}

/** Topics with the same reason share a line. */
function reasonsOf({ matches }: DigestItem, namesTopics: boolean, say: Say): readonly Phrase[] {
  const groups = [...Map.groupBy(matches, ({ why }) => say.sayings(why))];
  const rest = groups.slice(limits.reasons).flatMap(([, topics]) => topics).length;
  return [
    ...groups.slice(0, limits.reasons).map(([why, topics]) => reasonOf(why, namesTopics ? topics : [], say)),
    ...(rest === 0 ? [] : [plain(say('cards.moreTopics', { n: rest }))]),
  ];
}

function reasonOf(why: string, topics: readonly MatchedTopic[], say: Say): Phrase {
  const { hold, read } = createReading();
  const names = say.join(
    topics.map(({ canonical }) => hold(plain(canonical, limits.topic))),
    'names',
  );
  const reasons = plainLine(why) === '' ? '' : hold(plain(why, limits.why));
  const both = names === '' || reasons === '' ? names || reasons : say('lists.reasons', { topics: names, reasons });
  return both === '' ? nothing : read(say('cards.matches', { reasons: both }));
}

function venueOf({ comment, journalReference, extras }: Paper, say: Say): Phrase {
  const { hold, read } = createReading();
  const accepted = readAcceptance(comment);
  const venue = plain(accepted?.venue ?? journalReference ?? extras.venue ?? '', limits.venue);
  if (venue.text === '') return nothing;
  const key = accepted?.how === 'accepted' ? 'cards.acceptedAt' : 'cards.publishedIn';
  return read(say(accepted?.how === 'presented' ? 'cards.presentedAt' : key, { venue: hold(venue) }));
}

function codeOf({ extras: { codeUrl, codeStars } }: Paper, say: Say): Phrase {
  const url = trustedCode(codeUrl);
  if (url === null) return nothing;
  const { hold, read } = createReading();
  const code = link(url, plain(say('cards.code')));
  return codeStars === null ? code : read(say('cards.stars', { code: hold(code), n: codeStars }));
}

/** A machine's summary, marked as such, if there is one; otherwise the abstract. */
function textOf({ paper: { abstract, extras }, highlights }: DigestItem, say: Say): Phrase {
  const { hold, read } = createReading();
  const { aiSummary, tldr } = extras;
  if (plainLine(aiSummary ?? '') !== '')
    return read(say('cards.aiSummary', { text: hold(highlighted(aiSummary ?? '', highlights.summary, limits.text)) }));
  if (plainLine(tldr ?? '') !== '') return read(say('cards.tldr', { text: hold(plain(tldr ?? '', limits.text)) }));
  const text = highlighted(abstract, highlights.abstract, limits.text);
  return text.text === '' ? plain(say('cards.noAbstract')) : text;
}

function peopleOf({ authors, extras }: Paper, say: Say): Phrase {
  const { hold, read } = createReading();
  const { people, collaborations } = bylineOf(authors.map(plainLine));
  const [first = '', second = '', ...others] = (people.length === 0 ? collaborations : people).map((name) =>
    hold(plain(name, limits.name)),
  );
  const all = [first, second, ...others].filter((name) => name !== '');
  const named =
    all.length <= limits.people
      ? say.list(all)
      : say('cards.manyAuthors', { first, second, last: others.at(-1) ?? '', n: all.length });
  return joined(filled([read(named), plain(extras.organization ?? '', limits.name)]), ' · ');
}

function placesOf(duplicates: readonly Paper[], say: Say): Phrase {
  if (duplicates.length === 0) return nothing;
  const { hold, read } = createReading();
  const places = say.list(duplicates.map((paper) => hold(link(paperUrl(paper), plain(showPaperId(paper))))));
  return read(say('cards.sameAs', { places }));
}

function countsOf({ paper, isLate }: DigestItem, say: Say): Phrase {
  const { upvotes, citations } = paper.extras;
  const facts = [
    plain(paper.categories.slice(0, limits.categories).join(', '), limits.name),
    ...(upvotes === null ? [] : [plain(say('cards.upvotes', { n: upvotes }))]),
    ...(citations === null || citations === 0 ? [] : [plain(say('cards.citations', { n: citations }))]),
    ...(isLate === true ? [strong(plain(say('cards.late')))] : []),
    plain(showPaperId(paper)),
  ];
  return joined(filled(facts), ' · ');
}
