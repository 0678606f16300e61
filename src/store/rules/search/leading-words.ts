import { parseCanonical } from '../../../topics/language/parse.ts';
import { printTopic } from '../../../topics/language/print.ts';
import type { Topic, TopicNode } from '../../../topics/topic.ts';
import { rarityOf } from '../../../topics/words/rarity-table.ts';

/** How many papers the alternatives of a search may have together. Ranking more takes noticeably longer. */
const papersAtMost = 120_000;

/**
 * The topic that papers are looked for by instead: the rarest of its alternatives, as far as they have at most `papersAtMost`
 * together. A paper that has only the others would come after these. Null if all are looked for.
 * @param papers about how many papers are stored
 */
export function leadingTopic({ root }: Topic, papers: number): Topic | null {
  if (root.kind !== 'any') return null;
  const alternatives = root.nodes.map((node) => ({ node, papers: papers * shareOf(node) }));
  let together = 0;
  const leading: TopicNode[] = [];
  for (const { node, papers: found } of alternatives.toSorted((one, other) => one.papers - other.papers)) {
    together += found;
    if (leading.length > 0 && together > papersAtMost) break;
    leading.push(node);
  }
  if (leading.length === root.nodes.length) return null;
  const parsed = parseCanonical(leading.map(printTopic).join(' OR '));
  return parsed.ok ? parsed.topic : null;
}

/** About which share of all papers has a word. Other nodes are taken to be rare. */
function shareOf(node: TopicNode): number {
  if (node.kind !== 'text') return 0;
  return Math.exp(-node.words.reduce((sum, { stem }) => sum + rarityOf(stem), 0));
}
