import type { PaperFile, RefusedFile } from '../citations/reading/paper-file.ts';
import { type FetchFile, largestFile } from '../paper-files/attached-file.ts';
import { PaperFileError, type PaperFileReader } from '../paper-files/paper-file-thread.ts';
import type { Logger } from '../ports.ts';
import { SourceError } from '../sources/source.ts';

/** A file that somebody attached, as Discord describes it. */
interface FileToRead {
  /** In bytes. */
  readonly size: number;
  readonly url: string;
}

/**
 * A list of papers, or why there is none: the file is `too-large`; Discord no longer has it (`gone`), or does not answer
 * (`unreachable`); reading it takes too long (`too-hard`); or too many files are being read (`busy`).
 */
export type FileOutcome =
  | PaperFile
  | RefusedFile
  | { readonly kind: 'failed'; readonly why: 'too-large' | 'gone' | 'unreachable' | 'too-hard' | 'busy' };

export interface FileTools {
  readonly fetchFile: FetchFile;
  readonly paperFiles: Pick<PaperFileReader, 'read'>;
  readonly log: Logger;
  /** Aborted when the app closes. */
  readonly signal: AbortSignal;
}

/** Fetches a file and reads the papers in it. Nothing of it is stored. */
export async function readPaperFile({ size, url }: FileToRead, tools: FileTools): Promise<FileOutcome> {
  if (size > largestFile) return { kind: 'failed', why: 'too-large' };
  try {
    return await tools.paperFiles.read(await tools.fetchFile(url, tools.signal));
  } catch (error) {
    const why = whyNot(error);
    if (why === null) throw error;
    tools.log.info({ event: 'file.unread', why, err: error }, 'a file of papers was not read');
    return { kind: 'failed', why };
  }
}

function whyNot(error: unknown) {
  if (error instanceof PaperFileError) return error.code === 'busy' ? 'busy' : 'too-hard';
  if (!(error instanceof SourceError)) return null;
  if (error.code === 'too-large') return 'too-large';
  return error.code === 'refused' && (error.status ?? 0) < 500 ? 'gone' : 'unreachable';
}
