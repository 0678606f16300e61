import { loadSchema } from '../../src/playground/discord/schema.ts';

/** Discord's own description of what it takes, read and compiled once for all tests of a file; undefined where it is absent. */
export const checkSchema = await loadSchema('../shared/data/discord/openapi.json');
