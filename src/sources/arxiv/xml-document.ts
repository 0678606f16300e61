import { cooperate, yieldTurn } from '../../cooperate.ts';
import { SourceError } from '../source.ts';
import { decodeText } from '../text-bytes.ts';
import { createXmlTree, hasDoctype, namespaces, type XmlElement } from './xml.ts';
import { findItems, withoutItems } from './xml-items.ts';
import { repairXml } from './xml-repair.ts';

/** A few milliseconds of parsing. Four megabytes at once would block everything else for two seconds. */
const pieceBytes = 64 * 1024;
/** Larger items, and a larger rest of a document, are not repaired. An item with 3,000 authors has 100 KB. */
const mostRepairedBytes = 160 * 1024;

/** How the items of a document are read. The functions keep nothing, because a damaged document is read twice. */
export interface ItemReader<Item> {
  /** The elements that are items, each with its namespace. */
  readonly elements: readonly { readonly name: string; readonly uri: string }[];
  /** @param place counts from 1 */
  read(element: XmlElement, place: number): Item;
  /** An item whose XML cannot be repaired. */
  readDamaged(text: string, place: number): Item;
}

export interface XmlDocument<Item> {
  /** The root without its items. */
  readonly root: XmlElement;
  readonly items: readonly Item[];
}

/**
 * Reads a document and its items, and yields to other work meanwhile. Well-formed XML is read piece by piece. In other XML
 * each item is read by itself, after repairs.
 * @throws SourceError `malformed` where the rest of the document is not well-formed even after repairs, as where it was
 * cut, and for a DOCTYPE
 */
export async function readXml<Item>(
  body: Buffer,
  source: string,
  reader: ItemReader<Item>,
): Promise<XmlDocument<Item>> {
  if (body.length === 0) throw new SourceError('malformed', `${source} sent an empty answer`);
  try {
    return await readWellFormed(body, source, reader);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    return await cooperate(readDamagedDocument(body, source, reader));
  }
}

async function readWellFormed<Item>(
  body: Buffer,
  source: string,
  reader: ItemReader<Item>,
): Promise<XmlDocument<Item>> {
  const items: Item[] = [];
  const tree = createXmlTree(source, (element) => {
    if (!isItem(element, reader)) return false;
    items.push(reader.read(element, items.length + 1));
    return true;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let start = 0; start < body.length; start += pieceBytes) {
    if (start > 0) await yieldTurn();
    tree.write(decoder.decode(body.subarray(start, start + pieceBytes), { stream: true }));
  }
  tree.write(decoder.decode());
  return { root: tree.close(), items };
}

const isItem = ({ name, uri }: XmlElement, { elements }: Pick<ItemReader<unknown>, 'elements'>): boolean =>
  elements.some((element) => element.name === name && element.uri === uri);

function* readDamagedDocument<Item>(
  body: Buffer,
  source: string,
  reader: ItemReader<Item>,
): Generator<void, XmlDocument<Item>> {
  if (body.includes('<!DOCTYPE')) throw hasDoctype(source);
  const { name, ranges } = findItems(body, reader.elements, source);
  const rest = decodeRest(withoutItems(body, ranges), source);
  const root = parse(repairXml(withoutTail(rest)));
  if (root === null) throw new SourceError('malformed', notWellFormed(source));
  const items: Item[] = [];
  for (const { start, end } of ranges) {
    yield;
    const isTooLarge = end - start > mostRepairedBytes;
    const text = decodeText(body.subarray(start, isTooLarge ? start + mostRepairedBytes : end));
    const element = isTooLarge ? null : readAlone(text, root, reader);
    const place = items.length + 1;
    items.push(element === null ? reader.readDamaged(text, place) : reader.read(element, place));
  }
  for (let lost = countLost(rest, name); lost > 0; lost--) items.push(reader.readDamaged('', items.length + 1));
  return { root, items };
}

/** The text around the items. There may be blanks and a byte order mark before the prolog. */
function decodeRest(bytes: Buffer, source: string): string {
  if (bytes.length > mostRepairedBytes) throw new SourceError('malformed', notWellFormed(source));
  return decodeText(bytes).replace(/^[\s\ufeff\0]+/, '');
}

/** The text without what follows the end of the whole document, such as the warning of a server. */
const withoutTail = (rest: string): string => {
  const ends = [...rest.matchAll(/<\/(?:rss|feed|OAI-PMH)\s*>/g)];
  const [end] = ends;
  return end === undefined || ends.length > 1 ? rest : rest.slice(0, end.index + end[0].length);
};

const notWellFormed = (source: string): string => `${source} sent an answer that is not well-formed XML`;

/** How many items lack their opening or closing tag, so that the other one is left. */
function countLost(rest: string, name: string): number {
  const [opened, closed] = [`<${name}`, `</${name}>`].map((tag) => rest.split(tag).length - 1);
  return Math.max(opened ?? 0, closed ?? 0);
}

/** The prefixes of feeds, for a feed that does not declare them. */
const usualPrefixes = { 'xmlns:arxiv': namespaces.arxiv, 'xmlns:dc': namespaces.dublinCore };

/** Reads one item, as it is or repaired. Null where neither is an item. */
function readAlone(text: string, root: XmlElement, reader: Pick<ItemReader<unknown>, 'elements'>): XmlElement | null {
  const declared = Object.entries(root.attributes).filter(([name]) => /^xmlns(?::|$)/.test(name));
  const scopes = Object.entries({ ...usualPrefixes, ...Object.fromEntries(declared) });
  const scope = scopes.map(
    ([name, uri]) => ` ${name}="${uri.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`,
  );
  for (const attempt of [text, repairXml(text)]) {
    const [element, ...others] = parse(`<alone${scope.join('')}>${attempt}</alone>`)?.children ?? [];
    if (element !== undefined && others.length === 0 && isItem(element, reader)) return element;
  }
  return null;
}

/** The root of a text, or null where it is not well-formed. */
function parse(text: string): XmlElement | null {
  const tree = createXmlTree('the text', () => false);
  try {
    tree.write(text);
    return tree.close();
  } catch {
    return null;
  }
}
