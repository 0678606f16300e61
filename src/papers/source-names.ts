import type { SourceId } from './paper.ts';

/** What is to be known of a source wherever it is named. */
export interface SourceName {
  readonly id: SourceId;
  /** Beside the id, what a topic can call it: `source:hf`. */
  readonly aliases: readonly string[];
  /** As in a sentence: `listed by arXiv`. */
  readonly shown: string;
  /** As its listings are called, where that is another name. */
  readonly title?: string;
  /** Where several describe a paper, the one with the most does. A preprint can be read by everybody, so that it comes before its journal. */
  readonly authority: number;
}

/** The sources that there are, in the order in which they are named to readers. */
export const sourceNames: readonly SourceName[] = [
  { id: 'arxiv', aliases: [], shown: 'arXiv', authority: 4 },
  {
    id: 'huggingface',
    aliases: ['hf', 'hugging-face', 'daily', 'daily-papers'],
    shown: 'Hugging Face',
    title: 'Hugging Face Daily Papers',
    authority: 1,
  },
  { id: 'biorxiv', aliases: [], shown: 'bioRxiv', authority: 3 },
  { id: 'medrxiv', aliases: [], shown: 'medRxiv', authority: 3 },
  { id: 'crossref', aliases: ['journals', 'journal'], shown: 'a journal', title: 'its journal', authority: 2 },
];

const byId = new Map(sourceNames.map((source) => [source.id, source]));

/** The source of that id, or undefined where it is none of these. */
export const findSourceName = (id: SourceId): SourceName | undefined => byId.get(id);
