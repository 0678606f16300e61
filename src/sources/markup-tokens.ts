/** An opening, closing or empty element of a known name. */
export interface Tag {
  /** Without its prefix, in lower case: `jats:Sup` is `sup`. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly attributes: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Elements of JATS and HTML that are parts of the page. */
export const blocks = words(
  'p sec title list list-item def-list def-item disp-quote disp-formula disp-formula-group boxed-text break br div ul ol li ' +
    'dl dt dd h1 h2 h3 h4 h5 h6 table table-wrap tr td th caption fig statement verse-group blockquote section hr pre ack',
);
/** Elements of JATS and HTML within a line. */
const inlines = words(
  'i b u em strong italic bold underline overline sc scp small big span font monospace roman sans-serif sub sup inf xref ' +
    'ext-link uri email a named-content styled-content inline-formula inline-graphic graphic alternatives tex-math abstract ' +
    'trans-abstract related-article related-object fn label subtitle strike del ins tt code kbd cite abbr wbr nobr img tbody ' +
    'thead inline-supplementary-material chem-struct institution alt-title',
);
/** Elements of MathML. */
export const mathElements = words(
  'math mrow mi mn mo ms mtext mspace msub msup msubsup munder mover munderover mfrac msqrt mroot mfenced menclose mstyle ' +
    'mpadded mphantom merror maction mmultiscripts mprescripts none semantics annotation annotation-xml mtable mtr mtd',
);

const attribute = String.raw`\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>=]+)`;
const tag = new RegExp(String.raw`<(/?)(?:(\w{1,10}):)?([a-zA-Z][\w-]{0,40})((?:${attribute})*)\s*(/?)>`, 'g');

/** Names with the prefix of JATS or MathML are elements for sure. */
const isKnown = (prefix: string | undefined, name: string): boolean =>
  blocks.has(name) || inlines.has(name) || mathElements.has(name) || /^(?:jats|mml)$/i.test(prefix ?? '');

/** The tags of known elements, and the texts between them. Anything else that looks like a tag is text: `a<b`. */
export function* tokensOf(text: string): Generator<Tag | string> {
  let start = 0;
  for (const { index, 0: whole, 1: slash, 2: prefix, 3: written = '', 4: attributes = '', 5: empty } of text.matchAll(
    tag,
  )) {
    const name = written.toLowerCase();
    if (!isKnown(prefix, name)) continue;
    if (index > start) yield text.slice(start, index);
    start = index + whole.length;
    yield { name, attributes, kind: slash === '/' ? 'close' : empty === '/' || isVoid.has(name) ? 'empty' : 'open' };
  }
  if (start < text.length) yield text.slice(start);
}

/** Elements of HTML that are never closed. */
const isVoid = words('br hr img wbr break');

/** The value of an attribute, or the fallback. */
export function attributeOf({ attributes }: Tag, name: string, fallback: string): string {
  const [, double, single, bare] =
    new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`, 'i').exec(attributes) ?? [];
  return double ?? single ?? bare ?? fallback;
}
