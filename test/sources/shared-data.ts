import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Whether the captures of the real sources are beside the project. Without them, their tests are skipped. */
export const hasSharedData = existsSync(`${root}data`) && existsSync(`${root}tools/replay-sources.mjs`);
export const skipped = '(skipped: ../shared is not there)';

export const sharedPath = (path: string): string => `${root}${path}`;
export const readShared = (path: string): string => readFileSync(sharedPath(path), 'utf8');
export const readSharedBytes = (path: string): Buffer => readFileSync(sharedPath(path));

/** The names of the files in a folder; empty without the folder. */
export const sharedFiles = (folder: string): string[] => (hasSharedData ? readdirSync(sharedPath(folder)).sort() : []);

export interface MetadataRecord {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly comment?: string | null;
  readonly first_seen?: string;
}

/** The captured metadata of arXiv papers, one by one. */
export function* readMetadata(): Generator<MetadataRecord> {
  for (const name of sharedFiles('data/arxiv_meta').filter((file) => file.endsWith('.jsonl.gz'))) {
    const bytes = gunzipSync(readSharedBytes(`data/arxiv_meta/${name}`));
    for (let start = 0; start < bytes.length; ) {
      const newline = bytes.indexOf(10, start);
      const end = newline < 0 ? bytes.length : newline;
      if (end > start) yield JSON.parse(bytes.toString('utf8', start, end));
      start = end + 1;
    }
  }
}
