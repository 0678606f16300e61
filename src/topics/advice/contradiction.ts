import { printTopic } from '../language/print.ts';
import type { Term, Topic, TopicNode } from '../topic.ts';
import { excludeEachOther, implies } from './implication.ts';

/** Two terms of a topic because of which no paper can match it. */
export interface Contradiction {
  readonly wanted: Term;
  /** What no paper can have, or lack, beside that. */
  readonly other: Term;
  /** Whether the topic excludes the other term. */
  readonly isExcluded: boolean;
}

/**
 * Why no paper can ever match the topic. Null if one might: what this finds is sure, and it does not find everything.
 */
export const findContradiction = ({ root }: Topic): Contradiction | null =>
  conflictOf([{ node: root, isWanted: true }], [], { left: stepsAtMost });

/**
 * The contradiction in words, after “because”: `“-ai” leaves out all that “=AI” finds`.
 * @param quote shows a part of the topic in a sentence
 */
export function explainContradiction(
  contradiction: Contradiction,
  quote: (part: string) => string = quotePart,
): string {
  const wanted = quote(printTopic(contradiction.wanted));
  const other = quote(printOther(contradiction));
  return contradiction.isExcluded
    ? `${other} leaves out all that ${wanted} finds`
    : `a paper cannot have both ${wanted} and ${other}`;
}

/** The other term as the topic has it: `-ai` if it is excluded. */
export const printOther = ({ other, isExcluded }: Contradiction): string =>
  `${isExcluded ? '-' : ''}${printTopic(other)}`;

/** A part of a topic in a sentence. A phrase has its own quotation marks. */
const quotePart = (part: string): string => (part.startsWith('"') ? part : `“${part}”`);

/** Topics of 50 terms in many alternatives would take long. They are taken to be possible. */
const stepsAtMost = 5_000;

interface Goal {
  readonly node: TopicNode;
  readonly isWanted: boolean;
}

interface Literal {
  readonly term: Term;
  readonly isWanted: boolean;
}

/** Why the goals cannot all be met beside what is settled. Null if they might be. */
function conflictOf(
  goals: readonly Goal[],
  settled: readonly Literal[],
  steps: { left: number },
): Contradiction | null {
  const [goal, ...others] = goals;
  steps.left -= 1;
  if (goal === undefined || steps.left < 0) return null;
  const { node, isWanted } = goal;
  switch (node.kind) {
    case 'not':
      return conflictOf([{ node: node.node, isWanted: !isWanted }, ...others], settled, steps);
    case 'all':
    case 'any': {
      const parts = node.nodes.map((part) => ({ node: part, isWanted }));
      // Conditions without a choice come first, so that alternatives fail early.
      if ((node.kind === 'all') === isWanted)
        return conflictOf([...parts, ...others].toSorted(byChoice), settled, steps);
      return conflictOfEach(parts, (part) => conflictOf([part, ...others], settled, steps));
    }
    default: {
      const literal = { term: node, isWanted };
      const clash = settled.map((each) => clashOf(each, literal)).find((found) => found !== null);
      return clash ?? conflictOf(others, [...settled, literal], steps);
    }
  }
}

/** The conflict of the first part, if every part has one. */
function conflictOfEach(parts: readonly Goal[], find: (part: Goal) => Contradiction | null): Contradiction | null {
  let first: Contradiction | null = null;
  for (const part of parts) {
    const conflict = find(part);
    if (conflict === null) return null;
    first ??= conflict;
  }
  return first;
}

const byChoice = (one: Goal, other: Goal): number => Number(isChoice(one)) - Number(isChoice(other));

function isChoice({ node, isWanted }: Goal): boolean {
  if (node.kind === 'not') return isChoice({ node: node.node, isWanted: !isWanted });
  return (node.kind === 'any' && isWanted) || (node.kind === 'all' && !isWanted);
}

function clashOf(one: Literal, other: Literal): Contradiction | null {
  if (one.isWanted && other.isWanted)
    return excludeEachOther(one.term, other.term) ? { wanted: one.term, other: other.term, isExcluded: false } : null;
  if (!(one.isWanted || other.isWanted)) return null;
  const [wanted, excluded] = one.isWanted ? [one.term, other.term] : [other.term, one.term];
  return implies(wanted, excluded) ? { wanted, other: excluded, isExcluded: true } : null;
}
