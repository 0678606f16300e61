import type { Instant } from '../ports.ts';
import type { ChannelRecord } from './channels.ts';

/** Verbs for pauses. While a channel is paused, no digest is planned for it, and its settings stay. */
export interface PauseVerbs {
  /** Pauses the channel. If it is paused already, only the end changes. Null if the channel is not stored. */
  pauseChannel(channelId: string, at: Instant, until: Instant | null): Promise<ChannelRecord | null>;
  /**
   * Ends the pause, and sets the next digest by the schedule. Digests since the end of the pause are still due. A channel
   * that is not paused stays as it is.
   * @param which `over`: only a pause whose end has come, so that one which somebody has set meanwhile stays
   */
  resumeChannel(channelId: string, at: Instant, which: 'any' | 'over'): Promise<ChannelRecord>;
  /**
   * Leaves out the news up to this number, and adds the number of matching papers to `skippedPapers`. Does nothing if
   * an earlier digest considered that news, or it was left out before.
   */
  leaveOutNews(channelId: string, upTo: number, skippedPapers: number): Promise<void>;
  /** The number of the newest news before this moment; 0 if there is none. */
  newsNumberBefore(at: Instant): Promise<number>;
}
