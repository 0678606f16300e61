import type { Random } from '../../../src/ports.ts';
import type { LocalDate } from '../../../src/time.ts';

/** A paper as a source announces it. */
export interface SourcePaper {
  /** Without a version. */
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  /** The primary one first. */
  readonly categories: readonly [string, ...string[]];
}

/** The papers of one arXiv day. A replay draws from them what is announced, picked and replaced. */
export type PaperPool = (day: LocalDate) => readonly SourcePaper[];

const subjects = ['diffusion', 'video', 'agents', 'parsing', 'retrieval', 'depth', 'speech', 'robots'] as const;
const deeds = ['We invent', 'We measure', 'We doubt', 'We compare', 'We revisit'] as const;
const aims = ['slow growth', 'quiet errors', 'small samples', 'long documents', 'rare words'] as const;
const categories: readonly SourcePaper['categories'][] = [
  ['cs.CL'],
  ['cs.CV'],
  ['cs.CV', 'cs.CL'],
  ['cs.CL', 'cs.LG'],
  ['cs.LG', 'cs.CV'],
  ['eess.IV', 'cs.CV'],
  ['cs.RO'],
  ['cs.SD'],
];

/** Invented papers, equally many each day. arXiv never reached the numbers in their ids. */
export function inventedPool(papersADay: number, random: Random): PaperPool {
  const pool = new Map<LocalDate, readonly SourcePaper[]>();
  const draw = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const invent = (day: LocalDate, place: number): SourcePaper => {
    const [subject, aim, deed] = [draw(subjects), draw(aims), draw(deeds)];
    const id = `${day.slice(2, 4)}${day.slice(5, 7)}.${70_000 + Number(day.slice(8)) * 900 + place}`;
    const title = `On ${subject} with ${aim}, note ${id}`;
    const abstract = `${deed} ${aim} in ${subject} and find that it tests well.`;
    return { id, title, abstract, authors: ['Ada Example', 'Ben Sample'], categories: draw(categories) };
  };
  return (day) => {
    const papers = pool.get(day) ?? Array.from({ length: papersADay }, (_, place) => invent(day, place));
    pool.set(day, papers);
    return papers;
  };
}
