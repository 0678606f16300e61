/** What the servers' texts have of the page they were taken from, and what of it is to be read. */
const remains: readonly (readonly [RegExp, string])[] = [
  // Figures and tables, with what stands in them.
  [/(?<![A-Z_])O_(FIG|TBL)\b[\s\S]{0,5000}?\bC_\1\b/g, ' '],
  // Headings within an abstract: `O_ST_ABSMethodsC_ST_ABS`. There is no blank around any of these.
  [/O_ST_ABS([\s\S]{0,80}?)C_ST_ABS/g, ' $1: '],
  // Lists, boxes and their items.
  [/(?<![A-Z_])(?:[OC]_(?:LI|UL|OL|LST|LINKSMALLFIG|TEXTBOX|SCPLOW|SCPCAP|BR))+/g, ' '],
  // Characters that the servers put in brackets: `[~]5`, `[&ge;]2`, `[->]`.
  [/\[(&#?\w{1,8};|[~<>=±×·≤≥≈→←↑↓]|->|<-)\]/g, '$1'],
];

/** A title or abstract of bioRxiv or medRxiv without the marks that their API leaves in it. */
export const withoutRemains = (text: string): string =>
  remains.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text).trim();
