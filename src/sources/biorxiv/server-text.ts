/** Marks of the web page that are left in the servers' texts, and their replacements. */
const remains: readonly (readonly [RegExp, string])[] = [
  // Figures and tables, with their content.
  [/(?<![A-Z_])O_(FIG|TBL)\b[\s\S]{0,5000}?\bC_\1\b/g, ' '],
  // Headings within an abstract: `O_ST_ABSMethodsC_ST_ABS`. There are no blanks around them.
  [/O_ST_ABS([\s\S]{0,80}?)C_ST_ABS/g, ' $1: '],
  // Lists, boxes and their items.
  [/(?<![A-Z_])(?:[OC]_(?:LI|UL|OL|LST|LINKSMALLFIG|TEXTBOX|SCPLOW|SCPCAP|BR))+/g, ' '],
  // Characters that the servers put in brackets: `[~]5`, `[&ge;]2`, `[->]`.
  [/\[(&#?\w{1,8};|[~<>=±×·≤≥≈→←↑↓]|->|<-)\]/g, '$1'],
];

/** A title or abstract of bioRxiv or medRxiv without the marks that their API leaves in it. */
export const withoutRemains = (text: string): string =>
  remains.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text).trim();
