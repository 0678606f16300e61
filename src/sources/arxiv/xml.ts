import { SaxesParser, type SaxesTagNS } from 'saxes';
import { SourceError } from '../source.ts';

/** An XML element with its namespace. `text` is its own text, with that of markup, and without that of `children`. */
export interface XmlElement {
  readonly uri: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly uri: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

export const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  arxiv: 'http://arxiv.org/schemas/atom',
  dublinCore: 'http://purl.org/dc/elements/1.1/',
  oai: 'http://www.openarchives.org/OAI/2.0/',
  arxivRaw: 'http://arxiv.org/OAI/arXivRaw/',
  openSearch: 'http://a9.com/-/spec/opensearch/1.1/',
} as const;

const within = (text: string): string => text;
const apart = (text: string): string => ` ${text} `;
/** Elements of HTML in a text, and the text that they become: `<dc:creator><a href="…">Ana Ruiz</a></dc:creator>`. */
const markup: ReadonlyMap<string, (text: string) => string> = new Map([
  ...['a', 'b', 'em', 'i', 'span', 'strong', 'tt', 'u'].map((name) => [name, within] as const),
  ...['br', 'div', 'li', 'p', 'ul'].map((name) => [name, apart] as const),
  ['sub', (text) => `_{${text}}`],
  ['sup', (text) => `^{${text}}`],
]);

/** How deep a document may be. Real ones are four to seven deep. */
const deepest = 16;
/** How many elements a document may have. A feed at arXiv's limit of 2,000 items has about 40,000. */
const mostElements = 200_000;

/** The text of the first child of that name, or null. */
export function childText(element: XmlElement, name: string, uri = element.uri): string | null {
  return childOf(element, name, uri)?.text ?? null;
}

/** The first child of that name, in the element's namespace unless another is given. */
export function childOf(element: XmlElement, name: string, uri = element.uri): XmlElement | null {
  return element.children.find((child) => child.name === name && child.uri === uri) ?? null;
}

/** All children of that name. */
export function childrenOf(element: XmlElement, name: string, uri = element.uri): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && child.uri === uri);
}

/** A document that is read in pieces. */
interface XmlTree {
  write(text: string): void;
  /** The root with the elements that were kept. */
  close(): XmlElement;
}

/**
 * Reads a document that is written in pieces. It throws where the XML is not well-formed.
 * @param onElement is called for every element that ends; true means that the element need not be kept
 * @throws SourceError `malformed` for a DOCTYPE, and for a document that is too deep or too large
 */
export function createXmlTree(source: string, onElement: (element: XmlElement) => boolean): XmlTree {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;

  parser.on('doctype', () => {
    throw hasDoctype(source);
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (open.length === deepest || count > mostElements) {
      throw new SourceError('malformed', `${source} sent XML that is nested too deep or has too many elements`);
    }
    open.push(opened(tag));
  });
  const addText = (text: string) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    const parent = open.at(-1);
    if (element === undefined) return;
    if (parent === undefined) root = element;
    else if (markup.has(element.name)) parent.text += markup.get(element.name)?.(element.text) ?? '';
    else if (!onElement(element)) parent.children.push(element);
  });

  return {
    write: (text) => void parser.write(text),
    close: () => {
      parser.close();
      if (root === null) throw new SourceError('malformed', `${source} sent an answer without content`);
      return root;
    },
  };
}

/** The refusal of a document with a DOCTYPE. Entities that expand to gigabytes are declared there. */
export const hasDoctype = (source: string): SourceError =>
  new SourceError('malformed', `${source} sent a web page or a document with a DOCTYPE, which a feed does not have`);

function opened(tag: SaxesTagNS): OpenElement {
  return { uri: tag.uri, name: tag.local, attributes: valuesOf(tag.attributes), children: [], text: '' };
}

const none: XmlElement['attributes'] = Object.freeze({});

/** Most elements have no attributes, and share an empty object. */
function valuesOf(attributes: SaxesTagNS['attributes']): XmlElement['attributes'] {
  const names = Object.keys(attributes);
  return names.length === 0 ? none : Object.fromEntries(names.map((name) => [name, attributes[name]?.value ?? '']));
}
