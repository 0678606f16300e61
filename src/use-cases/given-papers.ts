import type { Paper } from '../papers/paper.ts';
import type { Clock, Instant } from '../ports.ts';
import { hourMs } from '../time.ts';

/** The papers from which a topic was proposed. */
export interface GivenList {
  readonly papers: readonly Paper[];
  /** The author whose papers they are, where somebody named one. Null for a file. */
  readonly author: string | null;
}

/**
 * The given papers of previews that are open, by the draft that each shows. They are in memory only: what somebody reads
 * is theirs, and is forgotten after an hour.
 */
export interface GivenPapers {
  keep(draftId: number, list: GivenList): void;
  /** Null if there are none, or no longer. */
  of(draftId: number): GivenList | null;
}

const keptForMs = hourMs;
/** About 20 MB of text. */
const charactersAtMost = 10_000_000;

interface Kept {
  readonly list: GivenList;
  readonly at: Instant;
  readonly characters: number;
}

export function createGivenPapers({ clock }: { readonly clock: Clock }): GivenPapers {
  const kept = new Map<number, Kept>();

  function forgetOld(): void {
    const from = clock() - keptForMs;
    for (const [draftId, { at }] of kept) if (at < from) kept.delete(draftId);
    let characters = [...kept.values()].reduce((sum, one) => sum + one.characters, 0);
    for (const [draftId, one] of kept) {
      if (characters <= charactersAtMost) return;
      kept.delete(draftId);
      characters -= one.characters;
    }
  }

  return {
    keep(draftId, list) {
      const characters = list.papers.reduce((sum, { title, abstract }) => sum + title.length + abstract.length, 0);
      kept.set(draftId, { list, at: clock(), characters });
      forgetOld();
    },
    of(draftId) {
      forgetOld();
      return kept.get(draftId)?.list ?? null;
    },
  };
}
