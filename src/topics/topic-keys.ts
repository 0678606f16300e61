import type { Key, Slot } from './matching/paper-keys.ts';
import { operatorOf } from './operators/registry.ts';
import type { Topic, TopicNode } from './topic.ts';

/**
 * What a paper must be filed under in order to match: one key or more of each slot. Exclusions ask for nothing; of
 * alternatives the cheapest slot of each is taken together. At least one slot.
 * @param costOf how many papers a key brings, for the choice among the slots of an alternative; without it, short slots
 * of long keys are the cheap ones.
 */
export function requiredSlots(topic: Topic, costOf: (key: Key) => number = guessCost): readonly Slot[] {
  const slots = slotsOf(topic.root, costOf);
  if (slots.length > 0) return slots;
  throw new Error(`The topic “${topic.canonical}” was not made by parseTopic: it requires nothing.`);
}

function slotsOf(node: TopicNode, costOf: (key: Key) => number): readonly Slot[] {
  switch (node.kind) {
    case 'not':
      return [];
    case 'all':
      return node.nodes.flatMap((child) => slotsOf(child, costOf));
    case 'any': {
      const branches = node.nodes.map((child) => cheapest(slotsOf(child, costOf), costOf));
      const bounded = branches.filter((slot) => slot !== null);
      // One branch that requires nothing makes the whole alternative require nothing.
      return bounded.length < branches.length ? [] : [[...new Set(bounded.flat())]];
    }
    default:
      return operatorOf(node).slots(node);
  }
}

/** The slot that brings the fewest papers, or null where there is none. */
function cheapest(slots: readonly Slot[], costOf: (key: Key) => number): Slot | null {
  let fewest = Number.POSITIVE_INFINITY;
  let found: Slot | null = null;
  for (const slot of slots) {
    const cost = slot.reduce((sum, each) => sum + costOf(each), 0);
    if (found !== null && cost >= fewest) continue;
    fewest = cost;
    found = slot;
  }
  return found;
}

const guessCost = (key: Key): number => 1 / key.length;
