import type { CommandRows } from '../authorization/table.ts';
import type { SubjectOf } from '../interactions/authorization.ts';
import type { AnyCommand } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Reply } from '../interactions/reply.ts';
import { clubStart } from './club-start.ts';
import { clubStatus } from './club-status.ts';
import { clubStop } from './club-stop.ts';
import { digestEmail } from './digest-email.ts';
import { digestErase } from './digest-erase.ts';
import { digestExport } from './digest-export.ts';
import { digestFeed } from './digest-feed.ts';
import { digestNow } from './digest-now.ts';
import { digestPause } from './digest-pause.ts';
import { digestPreview } from './digest-preview.ts';
import { digestResume } from './digest-resume.ts';
import { digestSettings } from './digest-settings.ts';
import { digestSlack } from './digest-slack.ts';
import { digestStatus } from './digest-status.ts';
import { digestWhy } from './digest-why.ts';
import { papersCite } from './papers-cite.ts';
import { papersHelp } from './papers-help.ts';
import { papersPing } from './papers-ping.ts';
import { papersPings } from './papers-pings.ts';
import { papersPrivacy } from './papers-privacy.ts';
import { papersSaved } from './papers-saved.ts';
import { papersSearch } from './papers-search.ts';
import { papersShow } from './papers-show.ts';
import { papersSimilar } from './papers-similar.ts';
import { papersStats } from './papers-stats.ts';
import { papersTrending } from './papers-trending.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { unsubscribe } from './unsubscribe.ts';

/** A command that has a row in the authorization table, and takes what that row grants. */
type RegisteredCommand = {
  readonly [Name in keyof CommandRows]: Omit<AnyCommand, 'definition' | 'run'> & {
    readonly definition: CommandDefinition & { readonly name: Name };
    readonly run: (args: never, context: CommandContext, subject: SubjectOf<CommandRows[Name]>) => Promise<Reply>;
  };
}[keyof CommandRows];

/** Every command, in the order in which Discord gets it. */
export const commands: readonly RegisteredCommand[] = [
  subscribe,
  unsubscribe,
  subscriptions,
  digestSettings,
  digestPreview,
  digestNow,
  digestWhy,
  digestStatus,
  digestPause,
  digestResume,
  digestFeed,
  digestEmail,
  digestSlack,
  digestExport,
  digestErase,
  papersSearch,
  papersShow,
  papersSimilar,
  papersTrending,
  papersPing,
  papersPings,
  papersSaved,
  papersStats,
  papersCite,
  papersPrivacy,
  papersHelp,
  clubStatus,
  clubStart,
  clubStop,
];
