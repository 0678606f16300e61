import { saying } from '../../language/saying.ts';
import type { SourceId } from '../../papers/paper.ts';
import { findPreprintServer } from '../../papers/preprint-servers.ts';
import { findSourceName, sourceNames } from '../../papers/source-names.ts';
import { readChoice } from '../language/term-text.ts';
import type { SourceTerm } from '../topic.ts';
import { createFactOperator } from './fact.ts';
import { fact } from './facts.ts';

const choices = sourceNames.map(({ id, aliases }) => ({ names: [id, ...aliases] as const }));

const shown = (id: SourceId): string => findSourceName(id)?.shown ?? id;

/** `source:hf`: papers that this source lists. */
export const sourceOperator = createFactOperator<SourceTerm>({
  field: {
    names: ['source'],
    takes: saying('syntax.takesSource', { sources: sourceNames.map(({ id }) => id) }),
    listsAlternatives: true,
    read: (typed) => {
      // Such servers share one source. Their categories say which one has a paper.
      const server = findPreprintServer(typed.text.trim());
      if (server !== null) return { ok: true, term: { kind: 'category', category: `${server.id}/*` } };
      return readChoice(typed, choices, 'source', (source) => ({ kind: 'source', source }));
    },
  },
  value: ({ source }) => source,
  // arXiv announces nearly every paper.
  isWide: ({ source }) => source === 'arxiv',
  facts: ({ source }) => [fact.source(source)],
  explain: ({ source }) => saying('reasons.listed', { source: shown(source) }),
  explainMiss: ({ source }) => saying('reasons.notListed', { source: shown(source) }),
});
