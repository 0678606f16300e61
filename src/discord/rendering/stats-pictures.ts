import type { Say } from '../../language/say.ts';
import { findCategory } from '../../papers/categories.ts';
import type { Panel, Picture } from '../../pictures/picture.ts';
import type { NamedCount, NewsStatistics } from '../../store/statistics.ts';
import { plainLine } from './escape.ts';
import { altText, nameInAlt, rateIn, shortRateIn } from './stats-numbers.ts';

/** A picture, and the same in words. */
export interface WordedPicture {
  readonly name: string;
  readonly picture: Picture;
  readonly alt: string;
}

export interface StatsFacts {
  /** The topic, or what else is counted, as plain text. */
  readonly title: string;
  /** The topics by their canonical texts, in the order of `statistics.perTopic`; empty if all papers are counted. */
  readonly topics: readonly string[];
  readonly statistics: NewsStatistics;
  /** How many upvotes all counted papers gained on each of the days; empty if that is not known. */
  readonly upvotes: readonly number[];
}

/** More rows than this are too small to read. The topics with most papers are drawn. */
export const topicsDrawn = 7;

interface Part {
  readonly panel: Panel;
  readonly alt: string;
}

/** Two pictures, because one with everything would be too high to be shown large: over time, and who and where. */
export function statsPictures(facts: StatsFacts, say: Say): readonly WordedPicture[] {
  const { title, statistics, upvotes } = facts;
  const { days, papers, categories, authors } = statistics;
  const subtitle = say('stats.subtitle', { papers, days: days.length });
  const named = (list: readonly NamedCount[], name: string, show: (id: string) => string): readonly Part[] =>
    list.length === 0 ? [] : [ranksOf(list, name, say, show)];
  const groups: readonly (readonly [string, readonly Part[]])[] = [
    ['papers-a-day.png', [papersADay(facts, say), ...(sum(upvotes) > 0 ? [upvotesADay(facts, say)] : [])]],
    [
      'categories-and-authors.png',
      [
        ...named(categories, say('stats.categories'), withCategoryName),
        ...named(authors, say('stats.authors'), plainLine),
      ],
    ],
  ];
  return groups
    .filter(([, parts]) => parts.length > 0)
    .map(([name, parts]) => ({
      name,
      picture: { title, subtitle, panels: parts.map(({ panel }) => panel) },
      alt: altText([`${nameInAlt(plainLine(title))}: ${subtitle}.`, ...parts.map(({ alt }) => alt)]),
    }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const endsOf = (days: NewsStatistics['days'], say: Say): readonly [string, string] => {
  const [first, last] = [days[0], days.at(-1)].map((day) => (day === undefined ? '' : say.dayAndMonth(day)));
  return [first ?? '', last ?? ''];
};

function papersADay({ topics, statistics }: StatsFacts, say: Say): Part {
  const { days, daysCovered, perTopic } = statistics;
  const ends = endsOf(days, say);
  const [first, last] = ends;
  const title = say('stats.papersADay');
  const [only = []] = perTopic;
  if (topics.length < 2) {
    const rate = rateIn(say, sum(only), daysCovered);
    const alt = say('stats.altDays', { first, last, rate, values: say.join(only.map(String), 'names') });
    return { panel: { kind: 'days', title, note: rate, values: only, ends }, alt };
  }
  const rows = topics
    .map((topic, index) => ({ label: plainLine(topic), values: perTopic[index] ?? [] }))
    .toSorted((one, other) => sum(other.values) - sum(one.values))
    .map((row) => ({ ...row, note: shortRateIn(say, sum(row.values), daysCovered) }));
  const values = say.join(
    rows.map(({ label, note }) => `${nameInAlt(label)} ${note}`),
    'clauses',
  );
  return {
    panel: { kind: 'topics', title, rows: rows.slice(0, topicsDrawn), ends },
    alt: say('stats.altTopics', { first, last, values }),
  };
}

function upvotesADay({ statistics, upvotes }: StatsFacts, say: Say): Part {
  const total = Math.round(sum(upvotes));
  const note = say('stats.upvotes', { upvotes: total });
  const values = upvotes.map(Math.round);
  return {
    panel: { kind: 'area', title: say('stats.upvotesADay'), note, values, ends: endsOf(statistics.days, say) },
    alt: say('stats.altUpvotes', { upvotes: total, values: say.join(values.map(String), 'names') }),
  };
}

function ranksOf(list: readonly NamedCount[], title: string, say: Say, show: (name: string) => string): Part {
  const bars = list.map(({ name, papers }) => ({ label: show(name), value: papers, shown: say.number(papers) }));
  const values = say.join(
    bars.map(({ label, shown }) => `${nameInAlt(label)} ${shown}`),
    'clauses',
  );
  return { panel: { kind: 'ranks', title, bars }, alt: say('stats.altRanks', { title, values }) };
}

/** `cs.CL Computation and Language` */
const withCategoryName = (id: string): string => {
  const name = findCategory(id)?.name;
  return plainLine(name === undefined ? id : `${id} ${name}`);
};
