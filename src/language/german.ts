import { actions } from './german/actions.ts';
import { cite } from './german/cite.ts';
import { commands } from './german/commands.ts';
import { mentions } from './german/mentions.ts';
import { menus } from './german/menus.ts';
import { pause } from './german/pause.ts';
import { reading } from './german/reading.ts';
import type { Language } from './language.ts';

/** German. It says “du”. */
export const german: Language = {
  locale: 'de',
  commandWords: {
    channel: 'kanal',
    cite: 'zitieren',
    digest: 'digest',
    format: 'format',
    id: 'id',
    papers: 'papers',
    pause: 'pausieren',
    saved: 'gespeichert',
    since: 'seit',
    until: 'bis',
  },
  texts: { actions, cite, commands, mentions, menus, pause, reading },
};
