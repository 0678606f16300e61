import type { Say } from '../../language/say.ts';
import type { Topic, TopicNode } from '../../topics/topic.ts';

interface Advice {
  readonly text: 'hints.upvotes' | 'hints.minus' | 'hints.comma' | 'hints.askLess' | 'hints.spelling';
  /** @param typed the topic without the text in quotes */
  readonly fits: (typed: string, root: TopicNode) => boolean;
}

/** Kinds of topics that fail because of their spelling if they stand alone. */
const spelt: ReadonlySet<TopicNode['kind']> = new Set([
  'any',
  'text',
  'exact',
  'prefix',
  'near',
  'author',
  'organization',
]);

/** What the user may have meant, the most specific advice first. */
const advices: readonly Advice[] = [
  {
    text: 'hints.upvotes',
    fits: (typed) => /\b(?:up)?votes?\s*[<>]/i.test(typed),
  },
  {
    text: 'hints.minus',
    fits: (typed) => /(?<!\S)[Nn]ot\s/.test(typed),
  },
  {
    text: 'hints.comma',
    fits: (typed, root) => root.kind === 'all' && typed.includes(','),
  },
  {
    text: 'hints.askLess',
    fits: (_, root) => root.kind === 'all',
  },
  {
    text: 'hints.spelling',
    fits: (_, root) => spelt.has(root.kind),
  },
];

/** Advice on a topic that no paper matches; null if there is none, as for a plain fact such as `has:code`. */
export function adviceFor({ text, root }: Topic, say: Say): string | null {
  const typed = text.replace(/"[^"]*"/g, '""');
  const advice = advices.find(({ fits }) => fits(typed, root));
  return advice === undefined ? null : say(advice.text);
}
