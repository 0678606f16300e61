import type { Paper } from '../papers/paper.ts';
import { carriersOf } from '../topics/matching/carriers.ts';
import { matchTopic } from '../topics/matching/match.ts';
import { readPaper } from '../topics/matching/paper-text.ts';
import type { Place, Reason } from '../topics/operators/operator.ts';
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
    .flatMap((reason) => placesInAbstract(reason).map((place) => ({ ...place, term: reason.term })))
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
}

function placesInAbstract(reason: Reason): readonly Place[] {
  if (reason.field === 'meaning') return carriersOf(reason).abstract;
  return reason.field === 'abstract' ? reason.places : [];
}

/** The first find of the stretch with the most different terms. The earliest stretch wins. */
function densestFind(finds: readonly Find[]): Find | undefined {
  let densest: { readonly find: Find; readonly terms: number } | undefined;
  const byEnd = [...finds.entries()].sort(([, one], [, other]) => one.end - other.end);
  // How often each term is found within the stretch. Each find comes and goes once, so that no abstract takes long.
  const within = new Map<TopicNode, number>();
  let next = 0;
  for (const [index, find] of finds.entries()) {
    const end = find.start + length - lead;
    for (let entry = byEnd[next]; entry !== undefined && entry[1].end <= end; entry = byEnd[++next]) {
      if (entry[0] >= index) count(within, entry[1].term, 1);
    }
    if (densest === undefined || within.size > densest.terms) densest = { find, terms: within.size };
    if (find.end <= end) count(within, find.term, -1);
  }
  return densest?.find;
}

/** Changes the count of the term, and forgets it at 0. */
function count(counts: Map<TopicNode, number>, term: TopicNode, change: 1 | -1): void {
  const changed = (counts.get(term) ?? 0) + change;
  if (changed > 0) counts.set(term, changed);
  else counts.delete(term);
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
