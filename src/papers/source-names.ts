import type { SourceId } from './paper.ts';

/** The names of a source. */
export interface SourceName {
  readonly id: SourceId;
  /** Further names that a topic can use: `source:hf`. */
  readonly aliases: readonly string[];
  /** The name in a sentence: `listed by arXiv`. */
  readonly shown: string;
  /** The name of its listings, where it differs. */
  readonly title?: string;
  /** The source with the most authority describes a paper. Preprints come before journals, because everyone can read them. */
  readonly authority: number;
}

/** All sources, in the order in which readers see them. */
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
  {
    id: 'preprint-servers',
    aliases: [],
    shown: 'a preprint server',
    title: 'preprint servers',
    authority: 3,
  },
  { id: 'crossref', aliases: ['journals', 'journal'], shown: 'a journal', title: 'its journal', authority: 2 },
];

const byId = new Map(sourceNames.map((source) => [source.id, source]));

/** The source that a person names by its id or an alias, in any case; null if there is none. */
export const findSourceByName = (name: string): SourceName | null =>
  sourceNames.find(({ id, aliases }) => [id, ...aliases].includes(name.toLowerCase())) ?? null;

/** The source of that id, if any. */
export const findSourceName = (id: SourceId): SourceName | undefined => byId.get(id);
