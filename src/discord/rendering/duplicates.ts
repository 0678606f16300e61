import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import { showPaperId } from '../../papers/paper-id.ts';
import { paperUrl } from '../../wording/paper-url.ts';
import { escapeToFit } from './escape.ts';

/** How much of duplicates is shown, in items or characters. A longer address is not linked. */
const most = { places: 3, id: 80, url: 200, line: 60 };

/**
 * Why a paper is shown once for several places; empty if it has no duplicates.
 * @param show how the places are shown
 */
export const explainDuplicates = (duplicates: readonly Paper[], say: Say, show = linkDuplicates): string =>
  duplicates.length === 0 ? '' : say('cards.sameAs', { places: show(duplicates, say) });

/** Links to a paper's duplicates: `[bioRxiv 10.1101/2026.03.01.700001](…) and [doi 10.5555/tides.1](…)`. */
export function linkDuplicates(duplicates: readonly Paper[], say: Say): string {
  const n = duplicates.length - most.places;
  return say.list([
    ...duplicates.slice(0, most.places).map(linkPlace),
    ...(n > 0 ? [say('cards.morePlaces', { n })] : []),
  ]);
}

function linkPlace(paper: Paper): string {
  const [name, url] = [escapeToFit(showPaperId(paper), most.id), paperUrl(paper)];
  return url.length > most.url ? name : `[${name}](${url})`;
}

/** The same without links, for places with little room: `bioRxiv 10.1101/2026.03.01.700001 and 1 more place`. */
export function nameDuplicates([first, ...others]: readonly Paper[], say: Say): string {
  if (first === undefined) return '';
  const name = escapeToFit(showPaperId(first), most.line);
  return say.list([name, ...(others.length === 0 ? [] : [say('cards.morePlaces', { n: others.length })])]);
}
