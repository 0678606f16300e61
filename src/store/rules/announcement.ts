import type { AnnounceType } from '../../papers/announce-type.ts';

/** An announcement of a paper, which is named by its number. */
export interface Announcement {
  readonly paperNumber: number;
  readonly announceType: AnnounceType;
}
