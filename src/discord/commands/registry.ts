import type { AnyCommand } from '../interactions/command.ts';
import { digestNow } from './digest-now.ts';
import { digestPause } from './digest-pause.ts';
import { digestPreview } from './digest-preview.ts';
import { digestResume } from './digest-resume.ts';
import { digestSettings } from './digest-settings.ts';
import { digestStatus } from './digest-status.ts';
import { digestWhy } from './digest-why.ts';
import { papersHelp } from './papers-help.ts';
import { papersSearch } from './papers-search.ts';
import { papersShow } from './papers-show.ts';
import { papersTrending } from './papers-trending.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { unsubscribe } from './unsubscribe.ts';

/** Every command, in the order in which Discord gets it. */
export const commands: readonly AnyCommand[] = [
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
  papersSearch,
  papersShow,
  papersTrending,
  papersHelp,
];

/** The descriptions of the roots of subcommands. */
export const rootDescriptions: Readonly<Record<string, string>> = {
  digest: "A channel's digest: when it comes, how it looks",
  papers: 'Search and show research papers',
};
