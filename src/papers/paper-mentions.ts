import type { PaperId } from './paper.ts';
import { parsePaperId } from './paper-id.ts';

/** An address, up to a sign that cannot stand in one. */
const address = /https?:\/\/[^\s<>"'`|\\]+/gi;
/** A DOI within the address of a publisher: `https://dl.acm.org/doi/abs/10.1145/3544548.3581`. */
const doiInAddress =
  /\/(10\.\d{4,9}(?:\.\d+)*\/[^?#]+?)(?:\/(?:full|pdf|epdf|abstract|meta|html))?(?:\.pdf)?\/?(?:[?#].*)?$/i;

/** Ids that stand by themselves in a text, also after `arXiv:` or `doi:`. The parser decides whether they are ids. */
const bare = [
  /(?<![\w./-])\d{4}\.\d{4,5}(?:v\d{1,4})?(?!\w|\.\d)/gi,
  /(?<![\w./-])[a-z-]{2,12}(?:\.[a-z][a-z-]{1,8})?\/\d{7}(?:v\d{1,4})?(?!\w)/gi,
  /(?<![\w./-])10\.\d{4,9}(?:\.\d+)*\/[^\s<>"`|\\]+/gi,
];

interface Mention {
  readonly id: PaperId;
  readonly at: number;
}

/** The ids of the papers that a text names or links to, in their order, each once. */
export function mentionedPapers(text: string): readonly PaperId[] {
  const addresses = Array.from(text.matchAll(address), ({ 0: found, index }) => ({
    text: withoutEnd(found),
    at: index,
  }));
  // Addresses that name no paper can have numbers that look like ids.
  const rest = text.replace(address, (found) => ' '.repeat(found.length));
  const mentions = [
    ...addresses.flatMap((one) => mentionOf(idInAddress(one.text), one.at)),
    ...bare.flatMap((pattern) =>
      Array.from(rest.matchAll(pattern)).flatMap(({ 0: found, index }) =>
        mentionOf(parsePaperId(withoutEnd(found))?.id, index),
      ),
    ),
  ];
  return [...new Set(mentions.toSorted((one, other) => one.at - other.at).map(({ id }) => id))];
}

const mentionOf = (id: PaperId | undefined, at: number): readonly Mention[] => (id === undefined ? [] : [{ id, at }]);

function idInAddress(text: string): PaperId | undefined {
  const known = parsePaperId(text);
  if (known !== null) return known.id;
  const doi = doiInAddress.exec(text)?.[1];
  return doi === undefined ? undefined : parsePaperId(`https://doi.org/${doi}`)?.id;
}

/** The text up to a bracket that closes none of its own, and without the punctuation of the sentence around it. */
function withoutEnd(text: string): string {
  let open = 0;
  for (const [index, sign] of [...text].entries()) {
    if (sign === '(' || sign === '[') open += 1;
    if (sign !== ')' && sign !== ']') continue;
    open -= 1;
    if (open < 0) return withoutSigns([...text].slice(0, index).join(''));
  }
  return withoutSigns(text);
}

const withoutSigns = (text: string): string => text.replace(/[.,;:!?*_~…]+$/, '');
