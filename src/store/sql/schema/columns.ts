import type { Instant } from '../../../ports.ts';
import { integer, text } from '../drizzle.ts';

/** A column of an instant, stored as milliseconds since 1970. */
export const instant = (name: string) => integer(name).$type<Instant>();
export const textList = (name: string) => text(name, { mode: 'json' }).$type<readonly string[]>();
