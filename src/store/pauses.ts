import type { Instant } from '../ports.ts';
import type { ChannelRecord } from './channels.ts';

/** A pause: nothing is planned for the channel, and nothing of it is forgotten. */
export interface PauseVerbs {
  /** Pauses the channel, or gives its pause another end. Null where the channel is not stored. */
  pauseChannel(channelId: string, at: Instant, until: Instant | null): Promise<ChannelRecord | null>;
  /** Ends the pause. */
  resumeChannel(channelId: string, nextDigestAt: Instant): Promise<ChannelRecord>;
  /**
   * Leaves out the news up to this number, for good, and adds to `skippedPapers` how many papers match that the channel
   * has not had. Nothing where an earlier digest considered them, or they were left out before.
   */
  leaveOutNews(channelId: string, upTo: number, skippedPapers: number): Promise<void>;
  /** The number of the newest news that was news before this moment; 0 where there is none. */
  newsNumberBefore(at: Instant): Promise<number>;
}
