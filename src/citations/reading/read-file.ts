import { type GivenPaper, givenAtMost } from '../../papers/given-paper.ts';
import { readCslJson } from './csl-json.ts';
import { fileText } from './file-text.ts';
import type { EntryReader, FileFormat, PaperFile, RefusedFile, SkippedEntry, UnreadEntry } from './paper-file.ts';
import { readRis } from './ris.ts';

/**
 * Each format with the beginning by which a file of it is known, whatever the file is called. The parser of BibTeX is
 * loaded on use, because loading it takes longer than reading a file.
 */
const formats: readonly {
  readonly format: FileFormat;
  readonly begins: RegExp;
  readonly reader: () => Promise<EntryReader>;
}[] = [
  { format: 'csl-json', begins: /^\s*[[{]/, reader: async () => readCslJson },
  { format: 'ris', begins: /^TY {1,2}-/m, reader: async () => readRis },
  {
    format: 'bibtex',
    begins: /^[ \t]*@[ \t]*[a-z]+[ \t]*[{(]/im,
    reader: async () => (await import('./bibtex.ts')).readBibtex,
  },
];

/** Reads a list of papers in any of the formats, which its content tells. */
export async function readFile(bytes: Uint8Array): Promise<PaperFile | RefusedFile> {
  const text = fileText(bytes);
  if (text === null) return { kind: 'refused', why: 'binary' };
  if (text.trim() === '') return { kind: 'refused', why: 'empty' };
  const known = formats.find(({ begins }) => begins.test(text));
  if (known === undefined) return { kind: 'refused', why: 'unknown-format' };
  const read = await known.reader();
  const entries = read(text);
  if (entries === null) return { kind: 'refused', why: 'damaged' };
  return collect(known.format, entries);
}

function collect(format: FileFormat, entries: Iterable<UnreadEntry>): PaperFile {
  const papers: GivenPaper[] = [];
  const skipped: SkippedEntry[] = [];
  let further = 0;
  for (const read of entries) {
    if (papers.length + skipped.length >= givenAtMost) {
      further += 1;
      continue;
    }
    const entry = read();
    if ('paper' in entry) papers.push(entry.paper);
    else skipped.push(entry.skipped);
  }
  return { kind: 'papers', format, papers, further, skipped };
}
