import { certainHeadings, headingPhrases, nameEndings, possibleHeadings, sentenceStarters } from './heading-names.ts';

/** The heading as it is written in a text: with a capital at least at its beginning, or in capitals throughout. */
function asWritten(heading: string): string {
  const words = heading.replace(/(?<=[ -])[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return `${heading.charAt(0).toUpperCase()}${words.slice(1)}|${heading.toUpperCase()}`;
}

const anyOf = (headings: readonly string[]): string =>
  headings
    .toSorted((a, b) => b.length - a.length)
    .map(asWritten)
    .join('|');

const certain = new RegExp(`^(?:${anyOf([...certainHeadings, ...headingPhrases])})$`);
const any = `${anyOf([...certainHeadings, ...possibleHeadings, ...headingPhrases])}|eTOC (?:[bB]lurb|[sS]ummary)`;
const whole = new RegExp(`^(?:${any}):?$`);
/** A heading at the beginning of a line or sentence, with the next word directly after it. */
const glued = new RegExp(
  String.raw`(?=[A-Ze])(?<=(?<line>^|\n)[^\S\n]*|[.?!)\]]\s*)(?<heading>${any})(?=[\p{Lu}\p{N}]|\p{Ll}{1,4}[\p{Lu}\p{N}])`,
  'gu',
);
/** The heading “Abstract” at the beginning, before a colon or another heading. */
const leading = new RegExp(String.raw`^\s*(?:[sS]tructured )?(?:Abstract|ABSTRACT)\s*(?:[:.–—]\s*|(?=${any}))`);
/** The colon of a heading, with the next word directly after it. */
const withColon = new RegExp(String.raw`(?=:\p{L})(?<=(?:^|\n)\s*(?:${any})):`, 'gu');
/** A heading that is a question, or the beginning of one: `What is Already KnownExisting`. */
const question =
  /(?=[HW])(?<=(?:^|\n)\s*)(?:What|How|Who|Why|Which|Where|When)\b[^.;:!?\n]{3,90}?(?:\?|\b(?:[kK]nown|[uU]nknown|[aA]dds?|[sS]tudy|[pP]aper|[tT]opic|[sS]ubject|[wW]ork|[pP]ractice|[pP]olicy|[mM]eans?|[fF]ound|[nN]ew))(?=\p{Lu}[\p{Ll}\s])/gu;

/** Whether this is a heading, and nothing else. */
export const isHeading = (text: string): boolean => whole.test(text);

/** A longer text is something else, and is refused later. */
const longestAbstract = 30_000;

/** How sure it is that a word is a heading: `structured` needs another heading in the same text. */
type Certainty = 'sure' | 'structured' | 'no';

/**
 * An abstract in which headings are parted from what follows them: `ResultsGraph networks` is `Results: Graph networks`.
 * The heading “Abstract” is left out, and so is “Summary” without a colon. Lines of the text are its paragraphs. Names
 * such as `ResultsDB` stay whole.
 * @param title a name in it is one in the abstract, too
 */
export function partHeadings(given: string, title: string): string {
  if (given.length > longestAbstract) return joinLines(given);
  const text = given.replace(leading, '');
  const lines = text.split('\n').map((line) => line.trim());
  const isStructured = lines.filter((line) => whole.test(line)).length + sureHeadings(text, title) > 0;
  const parted = text
    .replace(glued, (...match) => {
      const { heading = '', line } = match.at(-1) as { heading?: string; line?: string };
      const at = Number(match.at(-3));
      const certainty = judge(heading, text.slice(at + heading.length), `${title} ${text}`);
      const isHeading = certainty === 'sure' || (certainty === 'structured' && isStructured && line !== undefined);
      return isHeading ? `${/\S/.test(text[at - 1] ?? ' ') ? ' ' : ''}${asHeading(heading)}` : heading;
    })
    .replace(question, (heading) => asHeading(heading))
    .replace(withColon, ': ');
  return joinLines(parted);
}

/** A heading with a colon, or a blank for “Abstract” and “Summary”. */
export const asHeading = (heading: string): string =>
  /^(?:(?:structured )?abstract|summary|)[.:]?$/i.test(heading.trim())
    ? ' '
    : `${heading.trim()}${/[.:?!]$/.test(heading.trim()) ? '' : ':'} `;

const sureHeadings = (text: string, title: string): number =>
  [...text.matchAll(glued)].filter((match) => {
    const heading = match.groups?.['heading'] ?? '';
    return judge(heading, text.slice(match.index + heading.length), `${title} ${text}`) === 'sure';
  }).length;

/** @param rest what follows the heading; @param around the texts in which a name would be there again */
function judge(heading: string, rest: string, around: string): Certainty {
  const [next = ''] = /^[\p{L}\p{N}'’-]+/u.exec(rest) ?? [];
  if (sentenceStarters.has(next)) return 'sure';
  const last = /[^\s]+$/.exec(heading)?.[0] ?? heading;
  if (around.split(`${last}${next}`).length > 2) return 'no';
  if (next === 'S' || (/^aims?$/i.test(heading) && /^\d/.test(next))) return 'no';
  if (!certain.test(heading) || nameEndings.has(next)) return 'structured';
  if (/^(?:\p{Lu}\p{Ll}|\p{Ll}{1,4}[\p{Lu}\p{N}])/u.test(next)) return 'sure';
  // Two capitals are often a part of a name: ResultsDB.
  const isAcronym = /^\p{Lu}[\p{Lu}\p{N}-]{2,}/u.test(next) && !/^\P{Ll}*$/u.test(heading);
  return isAcronym || /^\d[\d.,]*%/.test(rest) ? 'sure' : 'structured';
}

/** The lines as one paragraph. A heading that is a whole line gets a colon, or is left out where nothing follows. */
function joinLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const last = lines.findLastIndex((line) => !whole.test(line));
  return lines
    .slice(0, last + 1)
    .map((line) => (whole.test(line) ? asHeading(line.replace(/:$/, '')) : line))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
