import { z } from 'zod';
import { type Settings, webAddress } from '../../settings.ts';

export const semanticScholarSettings = {
  /** Null where none is set: then Semantic Scholar is not used. */
  semanticScholarKey: {
    name: 'SEMANTIC_SCHOLAR_API_KEY',
    fallback: '',
    description: [
      'A key from https://www.semanticscholar.org/product/api, if you have one. With it, papers also show',
      'how often they are cited, where they were published, and a sentence on what they are about.',
      'Without it, `/subscribe author:` is often refused the papers of an author.',
    ],
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{0,200}$/, 'must be the bare key, without blanks')
      .transform((text) => text || null),
    isSecret: true,
  },
  semanticScholarUrl: {
    name: 'SEMANTIC_SCHOLAR_URL',
    fallback: 'https://api.semanticscholar.org',
    description: ['The address of Semantic Scholar. Without a key, it is only asked for the papers of authors.'],
    schema: webAddress,
  },
} as const satisfies Settings;
