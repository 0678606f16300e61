import { SaxesParser, type SaxesTagNS } from 'saxes';
import { yieldTurn } from '../../cooperate.ts';
import { SourceError } from '../source.ts';

/** An XML element with its namespace. `text` is its direct text, without that of its children. */
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

/** A few milliseconds of parsing. Four megabytes at once would block everything else for two seconds. */
const pieceBytes = 64 * 1024;
/** How deep a document may be. Real ones are four to seven deep. */
const deepest = 16;
/** How many elements a document may have. A feed at arXiv's limit of 2,000 items has about 40,000. */
const mostElements = 200_000;

/**
 * Reads a document piece by piece, and yields to other work between the pieces.
 * @param onElement is called for every element that ends; true means that the element need not be kept
 * @returns the root with the elements that were kept
 * @throws SourceError `malformed` for anything that is not well-formed UTF-8 XML, or has a DOCTYPE
 */
export async function readXml(
  body: Buffer,
  source: string,
  onElement: (element: XmlElement) => boolean,
): Promise<XmlElement> {
  if (body.length === 0) throw new SourceError('malformed', `${source} sent an empty answer`);
  const tree = createTree(source, onElement);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let start = 0; start < body.length; start += pieceBytes) {
      if (start > 0) await yieldTurn();
      tree.write(decoder.decode(body.subarray(start, start + pieceBytes), { stream: true }));
    }
    tree.write(decoder.decode());
    return tree.close();
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError('malformed', `${source} sent an answer that is not well-formed XML`, { cause });
  }
}

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

function createTree(source: string, onElement: (element: XmlElement) => boolean) {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;

  parser.on('doctype', () => {
    throw new SourceError(
      'malformed',
      `${source} sent a web page or a document with a DOCTYPE, which a feed does not have`,
    );
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
    else if (!onElement(element)) parent.children.push(element);
  });

  return {
    write: (text: string): void => void parser.write(text),
    close: (): XmlElement => {
      parser.close();
      if (root === null) throw new SourceError('malformed', `${source} sent an answer without content`);
      return root;
    },
  };
}

function opened(tag: SaxesTagNS): OpenElement {
  const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([name, { value }]) => [name, value]));
  return { uri: tag.uri, name: tag.local, attributes, children: [], text: '' };
}
