import type { Topic, TopicNode } from '../../topics/topic.ts';

interface Advice {
  readonly text: string;
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
    text: 'Did you mean a number of upvotes, as in `upvotes:>20`?',
    fits: (typed) => /\b(?:up)?votes?\s*[<>]/i.test(typed),
  },
  {
    text: 'To leave a word out, write a minus before it, as in `-survey`.',
    fits: (typed) => /(?<!\S)[Nn]ot\s/.test(typed),
  },
  {
    text: 'Did you mean OR, as in `diffusion OR "flow matching"`? A comma does not mean OR: a paper must match every term.',
    fits: (typed, root) => root.kind === 'all' && typed.includes(','),
  },
  {
    text: 'Check the spelling, or ask for less at once: a paper must match every term.',
    fits: (_, root) => root.kind === 'all',
  },
  {
    text: 'Check the spelling.',
    fits: (_, root) => spelt.has(root.kind),
  },
];

/** Advice on a topic that no paper matches; null if there is none, as for a plain fact such as `has:code`. */
export function adviceFor({ text, root }: Topic): string | null {
  const typed = text.replace(/"[^"]*"/g, '""');
  return advices.find(({ fits }) => fits(typed, root))?.text ?? null;
}
