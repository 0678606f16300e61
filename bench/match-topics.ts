import type { Paper } from '../src/papers/paper.ts';
import type { Random } from '../src/ports.ts';
import { parseTopic } from '../src/topics/language/parse.ts';

/** The kinds of topics, with the percentage of each. */
export const topicMix = {
  'one word': 25,
  'two or three words': 25,
  'a phrase of two or three words': 20,
  'any of three words': 10,
  'two words without a third': 8,
  'a word within a category': 7,
  'an author by full name': 5,
} as const;

type Kind = keyof typeof topicMix;

/** Words in more papers than this share are not subjects: “method”, “results”. */
const commonAtMost = 0.05;

/**
 * Distinct canonical topics. Each is made from rare words of one paper, the way people follow subjects; phrases stand
 * in the paper as they are.
 */
export function* inventTopics(papers: readonly Paper[], random: Random): Generator<string> {
  const words = papers.map(wordsOf);
  const isSubject = subjectTest(words);
  const subjects = words.map((each) => each.filter(isSubject));
  const seen = new Set<string>();
  for (;;) {
    const at = Math.floor(random() * papers.length);
    const [paper, all = [], own = []] = [papers[at], words[at], subjects[at]];
    if (paper === undefined || own.length < 4) continue;
    const parsed = parseTopic(writeTopic(kindOf(random() * 100), { paper, all, own, isSubject, random }));
    if (!parsed.ok || seen.has(parsed.topic.canonical)) continue;
    seen.add(parsed.topic.canonical);
    yield parsed.topic.canonical;
  }
}

const wordsOf = ({ title, abstract }: Paper): readonly string[] =>
  `${title} ${abstract}`.toLowerCase().match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g) ?? [];

function subjectTest(words: readonly (readonly string[])[]): (word: string) => boolean {
  const papersWith = new Map<string, number>();
  for (const each of words) for (const word of new Set(each)) papersWith.set(word, (papersWith.get(word) ?? 0) + 1);
  return (word) => word.length > 2 && (papersWith.get(word) ?? 0) <= words.length * commonAtMost;
}

function kindOf(percentile: number): Kind {
  let upTo = 0;
  for (const [kind, share] of Object.entries(topicMix)) {
    upTo += share;
    if (percentile < upTo) return kind as Kind;
  }
  return 'one word';
}

interface Material {
  readonly paper: Paper;
  /** Every word of its texts, in order. */
  readonly all: readonly string[];
  /** The words that name its subject. */
  readonly own: readonly string[];
  readonly isSubject: (word: string) => boolean;
  readonly random: Random;
}

function writeTopic(kind: Kind, material: Material): string {
  const { paper, own, random } = material;
  const pick = <Item>(items: readonly Item[]): Item | '' => items[Math.floor(random() * items.length)] ?? '';
  switch (kind) {
    case 'one word':
      return pick(own);
    case 'two or three words':
      return Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(own)).join(' ');
    case 'a phrase of two or three words':
      return writePhrase(material);
    case 'any of three words':
      return `${pick(own)} OR ${pick(own)} OR ${pick(own)}`;
    case 'two words without a third':
      return `${pick(own)} ${pick(own)} -${pick(own)}`;
    case 'a word within a category':
      return `${pick(own)} cat:${pick(paper.categories)}`;
    case 'an author by full name':
      return `author:"${pick(paper.authors)}"`;
  }
}

/** Adjacent words of the text, none of them short, at least one of them a subject. */
function writePhrase({ all, isSubject, random }: Material): string {
  const length = 2 + Math.floor(random() * 2);
  for (let attempt = 0; attempt < 20; attempt++) {
    const from = Math.floor(random() * (all.length - length));
    const phrase = all.slice(from, from + length);
    if (phrase.every((word) => word.length > 2) && phrase.some(isSubject)) return `"${phrase.join(' ')}"`;
  }
  return '';
}
