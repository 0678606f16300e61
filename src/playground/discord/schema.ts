import type { ErrorTree } from './api-error.ts';

/** Checks a request body against Discord's API description; undefined if it is valid. */
export type CheckSchema = (method: string, template: string, body: unknown) => ErrorTree | undefined;
