import type { GivenFile } from '../../src/playground/discord/uploads.ts';

/** A file as a person attaches it. Nothing of the bot depends on its name. */
export const attached = (content: string | Uint8Array, filename = 'papers.bib'): GivenFile => ({
  filename,
  data: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
  contentType: 'application/octet-stream',
});
