import { isComponentsV2, isDisplay } from '../displays.ts';
import type { DigestMessage, SimplerMessage } from './layout.ts';
import { layoutOfMessage } from './registry.ts';

/**
 * The same message with the refused fields simplified, in its layout; null if nothing is left to simplify. The menu of
 * paper actions goes first if it is blamed, or if the blame is unclear: without it, no paper is lost.
 * @param fields as named by Discord: `embeds.2.title`. If it is empty or has an unknown name, all is simplified.
 */
export function simplifyMessage(message: DigestMessage, fields: readonly string[]): SimplerMessage | null {
  const bare = withoutMenu(message);
  const ofPapers = (field: string): boolean => blamedPart(field, message) === 'papers';
  const others = fields.filter((field) => blamedPart(field, message) !== 'menu');
  const isOfPapersOnly = fields.length > 0 && fields.every(ofPapers);
  if (bare === message || isOfPapersOnly) return simplifyPapers(message, others);
  const isClear = others.length > 0 && others.every(ofPapers);
  return (isClear ? simplifyPapers(bare, others) : null) ?? { message: bare, leftOut: [] };
}

/** The part of a message that a refused field belongs to; null if it is unknown. */
function blamedPart(field: string, message: DigestMessage): 'menu' | 'papers' | null {
  if (/^(embeds\.\d|content\b)/.test(field)) return 'papers';
  if (!/^components\b/.test(field)) return null;
  const component = message.components?.[Number(/^components\.(\d+)/.exec(field)?.[1] ?? Number.NaN)];
  if (component !== undefined && isDisplay(component)) return 'papers';
  return component === undefined && isComponentsV2(message) ? null : 'menu';
}

/** The message without its rows, which stand below its displays; the same one if it has none. */
function withoutMenu(message: DigestMessage): DigestMessage {
  const { components = [], ...bare } = message;
  const displays = components.filter(isDisplay);
  if (displays.length === components.length) return message;
  return displays.length === 0 ? bare : { ...bare, components: displays };
}

const simplifyPapers = (message: DigestMessage, fields: readonly string[]): SimplerMessage | null =>
  layoutOfMessage(message)?.simplify(message, fields) ?? null;
