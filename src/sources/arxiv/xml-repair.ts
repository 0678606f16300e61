const attributes = String.raw`(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*`;
const tag = String.raw`<(\/?)([A-Za-z_][\w.-]*(?::[\w.-]+)?)${attributes}(\/?)>`;
/** Whatever begins with `<`, and the end of a CDATA section. */
const marks = new RegExp(String.raw`<\?[\w-]+[^<>]{0,500}\?>|<!--[^<>]{0,2000}-->|<!\[CDATA\[|\]\]>|${tag}|<`, 'g');
const reference = /&(?:(?:amp|lt|gt|quot|apos);|#(\d{1,7});|#x([\da-fA-F]{1,6});)?/g;
/** Characters that XML may not contain, not even by a reference. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const unlawful = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/**
 * Repairs XML that is not well-formed: a bare `&`, an undefined entity, an unlawful character or a reference to one, and
 * a `<` that begins no tag. A tag that is not closed as often as it is opened is text.
 */
export function repairXml(text: string): string {
  const lawful = text.replace(unlawful, withoutUnlawful).replace(reference, repairReference);
  const isBalanced = balanceOf(lawful);
  return lawful.replace(marks, (found: string, _close?: string, name?: string) => {
    if (name === undefined ? found.startsWith('<?') : isBalanced(name)) return found;
    if (name === 'br' || name === 'hr') return ' ';
    // Comments, and the borders of CDATA sections, which are text like all other.
    return found === '<' || name !== undefined ? `&lt;${found.slice(1)}` : '';
  });
}

/** An unlawful character that parts words becomes a blank. */
const withoutUnlawful = (character: string): string => (character === '\v' || character === '\f' ? ' ' : '');

function repairReference(found: string, decimal?: string, hexadecimal?: string): string {
  if (found === '&') return '&amp;';
  if (decimal === undefined && hexadecimal === undefined) return found;
  const character = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return isLawful(character) ? found : '';
}

/** Whether XML allows the character, also by a reference. */
const isLawful = (code: number): boolean =>
  code >= 0x20
    ? code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && (code & ~1) !== 0xfffe
    : /[\t\n\r]/.test(String.fromCharCode(code));

/** Whether the tags of a name are closed as often as they are opened. */
function balanceOf(text: string): (name: string) => boolean {
  const depths = new Map<string, number>();
  for (const [, close, name, isEmpty] of text.matchAll(marks)) {
    if (name === undefined || isEmpty === '/') continue;
    depths.set(name, (depths.get(name) ?? 0) + (close === '/' ? -1 : 1));
  }
  return (name) => (depths.get(name) ?? 0) === 0;
}
