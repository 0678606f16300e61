import type { english, Translated } from '../english.ts';

export const commands: Translated<typeof english.commands> = {
  'digest pause': 'Den Digest eine Weile anhalten; Abos bleiben',
  'digest pause.until': 'Wann er wiederkommt, etwa: 2 weeks, next monday, 1 July',
  'digest pause.channel': 'Wessen Digest (ohne Angabe: dieser Kanal)',
};
