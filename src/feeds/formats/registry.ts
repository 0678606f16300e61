import type { FeedFormat } from '../feed.ts';
import { atom } from './atom.ts';
import { jsonFeed } from './json-feed.ts';

/** The formats of feeds, in the order in which `/digest feed` shows them. */
export const feedFormats: readonly FeedFormat[] = [atom, jsonFeed];
