import { actions } from './english/actions.ts';
import { blocks } from './english/blocks.ts';
import { cards } from './english/cards.ts';
import { cite } from './english/cite.ts';
import { club } from './english/club.ts';
import { commands } from './english/commands.ts';
import { completeness } from './english/completeness.ts';
import { data } from './english/data.ts';
import { digest } from './english/digest.ts';
import { discussion } from './english/discussion.ts';
import { errors } from './english/errors.ts';
import { feeds } from './english/feeds.ts';
import { followUps } from './english/follow-ups.ts';
import { habits } from './english/habits.ts';
import { help } from './english/help.ts';
import { hints } from './english/hints.ts';
import { lists } from './english/lists.ts';
import { mail } from './english/mail.ts';
import { marks } from './english/marks.ts';
import { mentions } from './english/mentions.ts';
import { menus } from './english/menus.ts';
import { notices } from './english/notices.ts';
import { operators } from './english/operators.ts';
import { past } from './english/past.ts';
import { pause } from './english/pause.ts';
import { permissions } from './english/permissions.ts';
import { personal } from './english/personal.ts';
import { pings } from './english/pings.ts';
import { posting } from './english/posting.ts';
import { proposal } from './english/proposal.ts';
import { quiet } from './english/quiet.ts';
import { reading } from './english/reading.ts';
import { reasons } from './english/reasons.ts';
import { reviews } from './english/reviews.ts';
import { search } from './english/search.ts';
import { settings } from './english/settings.ts';
import { setup } from './english/setup.ts';
import { slack } from './english/slack.ts';
import { stats } from './english/stats.ts';
import { status } from './english/status.ts';
import { subscribe } from './english/subscribe.ts';
import { subscriptions } from './english/subscriptions.ts';
import { syntax } from './english/syntax.ts';
import { timing } from './english/timing.ts';
import { topics } from './english/topics.ts';
import { trail } from './english/trail.ts';
import { trending } from './english/trending.ts';

/** The English texts by area. They are the source: each other language has the same keys and arguments. */
export const english = {
  actions,
  blocks,
  cards,
  cite,
  club,
  commands,
  completeness,
  data,
  digest,
  discussion,
  errors,
  feeds,
  followUps,
  habits,
  help,
  hints,
  lists,
  notices,
  mentions,
  mail,
  marks,
  menus,
  operators,
  pause,
  permissions,
  past,
  posting,
  proposal,
  quiet,
  reading,
  reasons,
  reviews,
  search,
  settings,
  slack,
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
  personal,
  pings,
} as const;

type English = typeof english;

type Area = keyof English;

/** A text of the catalogue: `pause.done`, its area and its key there. */
export type MessageKey = { [Name in Area]: `${Name}.${keyof English[Name] & string}` }[Area];

/** The English text of a key. */
export type TextOf<Key extends MessageKey> = Key extends `${infer Name extends Area}.${infer Rest}`
  ? Rest extends keyof English[Name]
    ? English[Name][Rest] & string
    : never
  : never;

/** The texts of an area in another language. */
type Translated<Texts> = { readonly [Key in keyof Texts]: string };

/** A whole catalogue. */
export type Catalogue = { readonly [Name in Area]: Translated<English[Name]> };

/** A word of a command as it is typed: `digest` and `pause` of `/digest pause until:…`, and `until`. */
export type CommandWord = keyof English['commands'] extends infer Key
  ? Key extends `${infer Command}.${infer Option}.${string}`
    ? WordsOf<Command> | Option
    : Key extends `${infer Command}.${infer Option}`
      ? WordsOf<Command> | Option
      : Key extends string
        ? WordsOf<Key>
        : never
  : never;

type WordsOf<Command extends string> = Command extends `${infer Root} ${infer Sub}` ? Root | Sub : Command;
