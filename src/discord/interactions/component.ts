import { UserError } from '../errors.ts';
import type { Deferral } from './answer.ts';
import type { CommandContext } from './context.ts';
import type { RawPress } from './interaction.ts';
import type { Reply } from './reply.ts';

/** The behaviour of a button, a menu or a form. */
export interface ComponentBehaviour<Verb extends string = string, Subject = unknown> {
  /** The first part of its custom_id. */
  readonly verb: Verb;
  readonly deferral: Deferral;
  /** @param subject what the press is about, which its row of the authorization table has granted */
  readonly run: (press: RawPress, context: CommandContext, subject: Subject) => Promise<Reply>;
}

/** The row that a custom_id or a menu's value names. */
export function rowId(text: string | undefined): number {
  if (text !== undefined && /^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw staleComponent();
}

/** The number of a page, counted from 0. */
export function pageNumber(text: string | undefined): number {
  if (text !== undefined && /^\d{1,4}$/.test(text)) return Number(text);
  throw staleComponent();
}

export const staleComponent = (): UserError => new UserError('stale', (say) => say('errors.stale'));
