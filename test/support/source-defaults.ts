import { readSettings } from '../../src/settings.ts';
import { sourceSettings } from '../../src/sources/settings.ts';

/** The settings of the sources where the host sets nothing. */
export const sourceDefaults = readSettings(sourceSettings, () => undefined).values;
