import type { Instant } from '../../../ports.ts';
import { integer, text } from '../drizzle.ts';

/** Instants are stored as milliseconds since 1970, as they are passed around. */
export const instant = (name: string) => integer(name).$type<Instant>();
export const textList = (name: string) => text(name, { mode: 'json' }).$type<readonly string[]>();
