import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PaperText, readPaper } from '../../src/topics/matching/paper-text.ts';
import { paperOf } from '../captures.ts';

/** A paper of Hugging Face's daily papers, as it was captured. */
export interface UpvotedPaper {
  readonly text: PaperText;
  readonly upvotes: number;
}

/** The folder of captures, relative to all captures. */
const upvotedFolder = 'hf/dev_recent';
/** Days that are ranked together, as a channel with digests twice a week does. */
const daysTogether = 3;

interface CapturedItem {
  readonly paper: { readonly id: string; readonly title: string; readonly summary?: string; readonly upvotes?: number };
}

/** The papers of some days together, for all captured days. */
export function readUpvotedPapers(folder: string): readonly (readonly UpvotedPaper[])[] {
  const path = join(folder, upvotedFolder);
  if (!existsSync(path)) return [];
  const days = readdirSync(path)
    .sort()
    .map((file) => readDay(join(path, file)));
  return days.flatMap((_, index) =>
    index % daysTogether === 0 ? [days.slice(index, index + daysTogether).flat()] : [],
  );
}

function readDay(file: string): readonly UpvotedPaper[] {
  const items = JSON.parse(readFileSync(file, 'utf8')) as readonly CapturedItem[];
  return items.map(({ paper: { id, title, summary = '', upvotes = 0 } }) => ({
    text: readPaper(paperOf({ id, title, abstract: summary })),
    upvotes,
  }));
}
