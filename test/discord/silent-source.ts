import type { PaperSource } from '../../src/sources/source.ts';

/** A source that is there and lists nothing. */
export const sourceOf = (id: string, name: string): PaperSource => ({
  id,
  name,
  refreshMs: 0,
  probe: async () => {},
  datesToPull: () => [],
  pull: () => Promise.reject(new Error('nothing is listed')),
});
