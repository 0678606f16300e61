import type { DigestMessage, SimplerMessage } from './layout.ts';
import { layoutOfMessage } from './registry.ts';

const ofMenu = (field: string): boolean => /^components\b/.test(field);
const ofPapers = (field: string): boolean => /^(embeds\.\d|content\b)/.test(field);

/**
 * The same message with the refused fields simplified, in its layout; null if nothing is left to simplify. The menu of
 * paper actions goes first if it is blamed, or if the blame is unclear: without it, no paper is lost.
 * @param fields as named by Discord: `embeds.2.title`. If it is empty or has an unknown name, all is simplified.
 */
export function simplifyMessage(message: DigestMessage, fields: readonly string[]): SimplerMessage | null {
  const { components, ...bare } = message;
  const others = fields.filter((field) => !ofMenu(field));
  const isOfPapersOnly = fields.length > 0 && fields.every(ofPapers);
  if (components === undefined || isOfPapersOnly) return simplifyPapers(message, others);
  const isClear = others.length > 0 && others.every(ofPapers);
  return (isClear ? simplifyPapers(bare, others) : null) ?? { message: bare, leftOut: [] };
}

const simplifyPapers = (message: DigestMessage, fields: readonly string[]): SimplerMessage | null =>
  layoutOfMessage(message)?.simplify(message, fields) ?? null;
