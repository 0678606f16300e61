import type { Edition } from './edition.ts';

/** The author whom the sample knows: by an id that OpenAlex has not given, and by the ORCID of ORCID's own examples. */
const sampleAuthor = { id: 'https://openalex.org/A5999999999', display_name: 'Ottilie Brandmoor' };
const knownAs: readonly string[] = ['A5999999999', 'orcid:0000-0002-1825-0097'];

/** OpenAlex's answer about an author, and null for anybody else. */
export const findAuthor = (id: string): typeof sampleAuthor | null => (knownAs.includes(id) ? sampleAuthor : null);

/** OpenAlex's answer with the works of that author: the sample's papers on language. */
export function authorWorks({ papers }: Edition) {
  const works = papers.filter(({ paper }) => paper.categories[0] === 'cs.CL');
  return {
    meta: { count: works.length },
    results: works.map(({ id, title, abstract, announcedOn, paper: { authors } }) => ({
      title,
      doi: `https://doi.org/10.48550/arxiv.${id}`,
      publication_year: Number(announcedOn.slice(0, 4)),
      authorships: authors.map((name) => ({ author: { display_name: name } })),
      abstract_inverted_index: indexWords(abstract),
    })),
  };
}

/** OpenAlex gives an abstract as its words, each with its places. */
const indexWords = (text: string): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    Map.groupBy(text.split(/\s+/).entries(), ([, word]) => word)
      .entries()
      .map(([word, places]) => [word, places.map(([place]) => place)]),
  );
