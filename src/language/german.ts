import { commands } from './german/commands.ts';
import { pause } from './german/pause.ts';
import { quiet } from './german/quiet.ts';
import { settings } from './german/settings.ts';
import type { Language } from './language.ts';

/** German. It says “du”. */
export const german: Language = {
  locale: 'de',
  commandWords: {
    subscribe: 'abonnieren',
    unsubscribe: 'abbestellen',
    subscriptions: 'abos',
    papers: 'papers',
    settings: 'einstellungen',
    preview: 'vorschau',
    now: 'jetzt',
    why: 'warum',
    status: 'status',
    resume: 'fortsetzen',
    search: 'suchen',
    show: 'zeigen',
    similar: 'ähnlich',
    trending: 'trends',
    help: 'hilfe',
    topic: 'thema',
    subscription: 'abo',
    time: 'uhrzeit',
    zone: 'zeitzone',
    days: 'tage',
    max: 'max',
    grace: 'wartezeit',
    layout: 'layout',
    ranking: 'reihenfolge',
    paper: 'paper',
    query: 'suche',
    sort: 'sortierung',
    window: 'zeitraum',
    channel: 'kanal',
    digest: 'digest',
    pause: 'pausieren',
    until: 'bis',
  },
  texts: { commands, pause, quiet, settings },
};
