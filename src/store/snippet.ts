import type { Paper } from '../papers/paper.ts';
import { matchTopic } from '../topics/matching/match.ts';
import { readPaper } from '../topics/matching/paper-text.ts';
import type { Place } from '../topics/operators/operator.ts';
import type { Topic, TopicNode } from '../topics/topic.ts';

/** An excerpt of an abstract, around the place with the most terms of a topic. */
export interface Snippet {
  /** `…` marks text that is left out before or after. */
  readonly text: string;
  /** Where `text` matches: at least one place, in order, without overlaps. */
  readonly marks: readonly Place[];
}

/** The length of a snippet, and of its part before the match, in UTF-16 code units. */
const length = 240;
const lead = 60;

/** The excerpt that a search result shows, or null if no term matches in the abstract. */
export function snippetOf(topic: Topic, paper: Paper): Snippet | null {
  const finds = findsInAbstract(topic, paper);
  const densest = densestFind(finds);
  return densest === undefined ? null : cutAround(paper.abstract, densest, finds);
}

/** A place in the abstract where a term is found. */
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

/** The first find of the stretch with the most different terms. The earliest stretch wins. */
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

/** The first start of a word at or after `from`, but at most `atMost`. */
function startOfCut(text: string, from: number, atMost: number): number {
  if (from <= 0) return 0;
  const blank = text.indexOf(' ', from - 1);
  return blank === -1 || blank >= atMost ? atMost : blank + 1;
}

/** The last end of a word at or before `to`, but at least `atLeast`. */
function endOfCut(text: string, to: number, atLeast: number): number {
  if (to >= text.length) return text.length;
  return Math.max(text.lastIndexOf(' ', to), atLeast);
}

/** Joins overlapping places. They are sorted by their start. */
function joined(places: readonly Place[]): readonly Place[] {
  const apart: Place[] = [];
  for (const { start, end } of places) {
    const last = apart.at(-1);
    if (last === undefined || start >= last.end) apart.push({ start, end });
    else if (end > last.end) apart[apart.length - 1] = { start: last.start, end };
  }
  return apart;
}
