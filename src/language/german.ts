import { actions } from './german/actions.ts';
import { blocks } from './german/blocks.ts';
import { cards } from './german/cards.ts';
import { cite } from './german/cite.ts';
import { commands } from './german/commands.ts';
import { completeness } from './german/completeness.ts';
import { data } from './german/data.ts';
import { digest } from './german/digest.ts';
import { discussion } from './german/discussion.ts';
import { errors } from './german/errors.ts';
import { followUps } from './german/follow-ups.ts';
import { help } from './german/help.ts';
import { hints } from './german/hints.ts';
import { marks } from './german/marks.ts';
import { mentions } from './german/mentions.ts';
import { menus } from './german/menus.ts';
import { notices } from './german/notices.ts';
import { operators } from './german/operators.ts';
import { pause } from './german/pause.ts';
import { permissions } from './german/permissions.ts';
import { personal } from './german/personal.ts';
import { pings } from './german/pings.ts';
import { posting } from './german/posting.ts';
import { quiet } from './german/quiet.ts';
import { reading } from './german/reading.ts';
import { reasons } from './german/reasons.ts';
import { search } from './german/search.ts';
import { settings } from './german/settings.ts';
import { setup } from './german/setup.ts';
import { stats } from './german/stats.ts';
import { status } from './german/status.ts';
import { subscribe } from './german/subscribe.ts';
import { subscriptions } from './german/subscriptions.ts';
import { syntax } from './german/syntax.ts';
import { timing } from './german/timing.ts';
import { topics } from './german/topics.ts';
import { trail } from './german/trail.ts';
import { trending } from './german/trending.ts';
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
    ping: 'ping',
    pings: 'pings',
    how: 'wie',
    help: 'hilfe',
    export: 'exportieren',
    erase: 'löschen',
    privacy: 'datenschutz',
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
    about: 'zu',
    sort: 'sortierung',
    window: 'zeitraum',
    channel: 'kanal',
    cite: 'zitieren',
    digest: 'digest',
    format: 'format',
    id: 'id',
    pause: 'pausieren',
    saved: 'gespeichert',
    since: 'seit',
    stats: 'statistik',
    until: 'bis',
  },
  texts: {
    actions,
    blocks,
    cards,
    cite,
    commands,
    completeness,
    data,
    digest,
    discussion,
    errors,
    followUps,
    help,
    hints,
    notices,
    mentions,
    marks,
    menus,
    operators,
    pause,
    permissions,
    personal,
    pings,
    posting,
    quiet,
    reading,
    reasons,
    search,
    settings,
    stats,
    setup,
    status,
    subscribe,
    subscriptions,
    syntax,
    timing,
    topics,
    trail,
    trending,
  },
};
