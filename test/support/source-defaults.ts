import { readSettings } from '../../src/settings.ts';
import { sourceSettings } from '../../src/sources/settings.ts';

/** The default settings of the sources. */
export const sourceDefaults = readSettings(sourceSettings, () => undefined).values;
