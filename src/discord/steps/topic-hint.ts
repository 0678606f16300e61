import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { Forecast, Store } from '../../store/store.ts';
import { type Contradiction, findContradiction } from '../../topics/advice/contradiction.ts';
import { type Acronym, acronymsOf, anyOfList, asSentence, withQuotes } from '../../topics/advice/readings.ts';
import {
  readOrNull,
  requiredParts,
  topicOfTerm,
  wantedTerms,
  withInstead,
  withoutTerm,
} from '../../topics/advice/rewriting.ts';
import { hasSentence } from '../../topics/advice/strictness.ts';
import { printTopic } from '../../topics/language/print.ts';
import { matches } from '../../topics/matching/match.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import { isWordTerm, type Term, type Topic } from '../../topics/topic.ts';
import type { HintCount, TopicHint } from '../rendering/topic-hint.ts';
import { forecastWindow } from './limits.ts';
import { chooseStrictness } from './strictness-choice.ts';

type HintStore = Pick<Store, 'forecast' | 'searchPapers' | 'nearestWord' | 'scoreNews' | 'paper'>;

/** How many topics are counted for one preview. Each takes some milliseconds. */
const countsAtMost = 12;
/** A capital word is a common word as well if at least this share of its papers has it in other letters only. */
const commonShare = 0.25;
/** A term that leaves at most this share of the papers of all other terms. */
const smallShare = 0.05;
/** How many papers the other terms must find, so that the share says something. */
const manyPapers = 1 / smallShare;
/** How many papers show how a word is written. Cutting them into words takes some milliseconds. */
const sampledPapers = 60;
/** A sentence that finds a paper in this many days, or none, is not well said in words. */
const nothingMuch = 7;
/** A topic with more papers than one a day does not suffer from a narrow term. */
const fewPapers = forecastWindow.days;

interface Counter {
  /** The matches of the window, or null if there are no papers or enough topics have been counted. */
  count(topic: Topic): Promise<HintCount | null>;
  /** The newest matches, or none if enough topics have been counted. */
  newest(topic: Topic): Promise<readonly Paper[]>;
}

/** A likely misreading of the topic, the most important one first. Null if it is probably meant as it stands. */
export async function findHint(
  topic: Topic,
  forecast: Forecast,
  store: HintStore,
  now: Instant,
): Promise<TopicHint | null> {
  const counter = createCounter(store, now, forecast.daysCovered);
  const never = findContradiction(topic);
  if (never !== null) return impossibleHint(topic, never, counter);
  if (forecast.daysCovered === 0) return null;
  // Counting sentences takes long, and they can hardly be misread otherwise.
  if (hasSentence(topic.root)) return findOpenSentence(topic, forecast, store, now);
  const { matchedCount } = forecast;
  return (
    (await findUnknownWord(topic, matchedCount, store, counter)) ??
    (await findList(topic, matchedCount, counter)) ??
    (await findSentence(topic, forecast, store, now)) ??
    (await findAcronym(topic, matchedCount, counter)) ??
    (await findNarrowTerm(topic, matchedCount, counter))
  );
}

function createCounter(store: HintStore, now: Instant, daysCovered: number): Counter {
  let left = countsAtMost;
  const forecast = async (topic: Topic, examples: number): Promise<Forecast | null> => {
    left -= 1;
    return left < 0 ? null : store.forecast(topic, { now, days: forecastWindow.days, examples });
  };
  return {
    newest: async (topic) => (await forecast(topic, sampledPapers))?.examples ?? [],
    async count(topic) {
      // Without any papers, a count says nothing.
      if (daysCovered === 0) return null;
      const found = await forecast(topic, 0);
      if (found === null) return null;
      // A topic with many candidates is counted over the newest days only.
      const isEstimate = found.daysCovered !== daysCovered;
      return { papers: isEstimate ? Math.round(found.papersPerDay * daysCovered) : found.matchedCount, isEstimate };
    },
  };
}

async function impossibleHint(topic: Topic, reason: Contradiction, counter: Counter): Promise<TopicHint> {
  const instead = withoutTerm(topic, reason.other);
  return { kind: 'impossible', reason, instead, insteadCount: instead === null ? null : await counter.count(instead) };
}

/** A word that no stored paper has. */
async function findUnknownWord(
  topic: Topic,
  matchedCount: number,
  store: HintStore,
  counter: Counter,
): Promise<TopicHint | null> {
  for (const term of wantedTerms(topic.root)
    .filter(isWordTerm)
    .slice(0, countsAtMost / 2)) {
    const alone = topicOfTerm(topic, term);
    if (alone === null || !(await isUnknown(alone, store, counter))) continue;
    const nearest = await store.nearestWord(alone);
    const spelled = nearest === null ? null : withWord(topic, term, nearest);
    const instead = spelled ?? withoutTerm(topic, term);
    const insteadCount = instead === null ? null : await counter.count(instead);
    if (instead === null || insteadCount === null || insteadCount.papers <= matchedCount) continue;
    return {
      kind: 'unknown-word',
      word: printTopic(term),
      nearest: spelled === null ? null : nearest,
      matchedCount,
      instead,
      insteadCount,
    };
  }
  return null;
}

async function isUnknown(alone: Topic, store: HintStore, counter: Counter): Promise<boolean> {
  if ((await counter.count(alone))?.papers !== 0) return false;
  // Papers of earlier months may have it.
  return (await store.searchPapers({ topic: alone, offset: 0, limit: 0 })).total === 0;
}

function withWord(topic: Topic, term: Term, word: string): Topic | null {
  const field = isWordTerm(term) && term.field !== 'any' ? `${term.field}:` : '';
  const spelled = readOrNull(`${field}"${word}"`, topic.meaning);
  return spelled === null ? null : withInstead(topic, term, spelled.root);
}

/** All items of a list, where any of them finds more. */
async function findList(topic: Topic, matchedCount: number, counter: Counter): Promise<TopicHint | null> {
  const instead = anyOfList(topic);
  const insteadCount = instead === null ? null : await counter.count(instead);
  if (instead === null || insteadCount === null || insteadCount.papers <= matchedCount) return null;
  return { kind: 'list', matchedCount, instead, insteadCount };
}

/** A sentence that finds next to nothing as words, because hardly a paper has all of them. */
async function findSentence(
  topic: Topic,
  forecast: Forecast,
  store: HintStore,
  now: Instant,
): Promise<TopicHint | null> {
  const sentence = forecast.matchedCount * nothingMuch <= forecast.daysCovered ? asSentence(topic) : null;
  const hint = await countSentence(sentence, forecast, store, now);
  return hint === null || hint.insteadCount.papers <= forecast.matchedCount ? null : { kind: 'sentence', ...hint };
}

/** A sentence without quotation marks, of which only the first word is read by its meaning. */
async function findOpenSentence(
  topic: Topic,
  forecast: Forecast,
  store: HintStore,
  now: Instant,
): Promise<TopicHint | null> {
  const hint = await countSentence(withQuotes(topic), forecast, store, now);
  return hint === null ? null : { kind: 'open-sentence', ...hint };
}

async function countSentence(
  sentence: Topic | null,
  { matchedCount, daysCovered }: Forecast,
  store: HintStore,
  now: Instant,
) {
  const choice = sentence === null ? null : await chooseStrictness(sentence, store, now);
  if (sentence === null || choice === null) return null;
  const { forecast } = choice;
  const isEstimate = forecast.daysCovered !== daysCovered;
  const papers = isEstimate ? Math.round(forecast.papersPerDay * daysCovered) : forecast.matchedCount;
  return { matchedCount, instead: sentence, insteadCount: { papers, isEstimate } };
}

/** A word in capitals that is a common word in small letters. */
async function findAcronym(topic: Topic, matchedCount: number, counter: Counter): Promise<TopicHint | null> {
  for (const acronym of acronymsOf(topic)) {
    if (!isCommon(acronym, await counter.newest(topic))) continue;
    const insteadCount = await counter.count(acronym.cased);
    if (insteadCount !== null)
      return { kind: 'acronym', word: acronym.typed, matchedCount, instead: acronym.cased, insteadCount };
  }
  return null;
}

/** Whether many of the papers that have the word have it in other letters only. */
function isCommon({ cased, inAnyCase }: Acronym, papers: readonly Paper[]): boolean {
  const texts = papers.map(readPaper).filter((text) => matches(inAnyCase, text));
  const others = texts.filter((text) => !matches(cased, text));
  return others.length > 0 && others.length >= texts.length * commonShare;
}

/** The only term that alone cuts nearly everything away. */
async function findNarrowTerm(topic: Topic, matchedCount: number, counter: Counter): Promise<TopicHint | null> {
  if (matchedCount > fewPapers) return null;
  const narrow: TopicHint[] = [];
  for (const part of requiredParts(topic)) {
    if (part.kind === 'all' || part.kind === 'any' || part.kind === 'not') continue;
    const instead = withoutTerm(topic, part);
    const insteadCount = instead === null ? null : await counter.count(instead);
    if (instead === null || insteadCount === null || insteadCount.papers < manyPapers) continue;
    if (matchedCount <= insteadCount.papers * smallShare)
      narrow.push({ kind: 'narrow-term', term: printTopic(part), matchedCount, instead, insteadCount });
  }
  return narrow.length === 1 ? (narrow[0] ?? null) : null;
}
