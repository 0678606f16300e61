import type { Paper } from '../papers/paper.ts';
import { matchTopic } from '../topics/matching/match.ts';
import { readPaper } from '../topics/matching/paper-text.ts';
import type { Place } from '../topics/operators/operator.ts';
import type { Topic, TopicNode } from '../topics/topic.ts';

/** A cut of an abstract around the place where most of a topic is found. */
export interface Snippet {
  /** `…` stands for what is left out before and after. */
  readonly text: string;
  /** What matched, as places in `text`: in order, and apart from each other. At least one. */
  readonly marks: readonly Place[];
}

/** How long a snippet is, without what it is short for, in UTF-16 units; and how much of it stands before the match. */
const length = 240;
const lead = 60;

/** What of the abstract a search result shows, or null where nothing in the abstract made it match. */
export function snippetOf(topic: Topic, paper: Paper): Snippet | null {
  const finds = findsInAbstract(topic, paper);
  const densest = densestFind(finds);
  return densest === undefined ? null : cutAround(paper.abstract, densest, finds);
}

/** A place in the abstract, and the term that is found there. */
interface Find extends Place {
  readonly term: TopicNode;
}

function findsInAbstract(topic: Topic, paper: Paper): readonly Find[] {
  const reasons = matchTopic(topic, readPaper(paper))?.reasons ?? [];
  return reasons
    .flatMap((reason) =>
      reason.field === 'abstract' ? reason.places.map((place) => ({ ...place, term: reason.term })) : [],
    )
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
}

/** The first find of the stretch that holds the most different terms; the earliest of several such. */
function densestFind(finds: readonly Find[]): Find | undefined {
  let densest: { readonly find: Find; readonly terms: number } | undefined;
  for (const [index, find] of finds.entries()) {
    const terms = termsWithin(finds, index, find.start + length - lead);
    if (densest === undefined || terms > densest.terms) densest = { find, terms };
  }
  return densest?.find;
}

function termsWithin(finds: readonly Find[], first: number, end: number): number {
  const terms = new Set<TopicNode>();
  for (let index = first; index < finds.length; index++) {
    const find = finds[index];
    if (find === undefined || find.start >= end) break;
    if (find.end <= end) terms.add(find.term);
  }
  return terms.size;
}

function cutAround(abstract: string, find: Place, finds: readonly Find[]): Snippet {
  const start = startOfCut(abstract, Math.min(find.start - lead, abstract.length - length), find.start);
  const end = endOfCut(abstract, start + length, find.end);
  const head = start > 0 ? '…' : '';
  const tail = end < abstract.length ? '…' : '';
  const shift = head.length - start;
  const marks = joined(finds.filter((each) => each.start >= start && each.end <= end));
  return {
    text: `${head}${abstract.slice(start, end)}${tail}`,
    marks: marks.map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}

/** The first beginning of a word from there on, but not after the find. */
function startOfCut(text: string, from: number, atMost: number): number {
  if (from <= 0) return 0;
  const blank = text.indexOf(' ', from - 1);
  return blank === -1 || blank >= atMost ? atMost : blank + 1;
}

/** The last end of a word up to there, but not before the end of the find. */
function endOfCut(text: string, to: number, atLeast: number): number {
  if (to >= text.length) return text.length;
  return Math.max(text.lastIndexOf(' ', to), atLeast);
}

/** Places one after another: those that overlap are one. */
function joined(places: readonly Place[]): readonly Place[] {
  const apart: Place[] = [];
  for (const { start, end } of places) {
    const last = apart.at(-1);
    if (last === undefined || start >= last.end) apart.push({ start, end });
    else if (end > last.end) apart[apart.length - 1] = { start: last.start, end };
  }
  return apart;
}
