import type { ErrorTree } from './api-error.ts';

/** Says what is wrong with a request body by Discord's own API description; undefined when nothing is. */
export type CheckSchema = (method: string, template: string, body: unknown) => ErrorTree | undefined;
