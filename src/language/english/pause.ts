/** Texts of `/digest pause`. */
export const pause = {
  noSubscription: '{channel} has no subscription, so there is no digest to pause. Make one with `/subscribe`.',
  done: 'Done: {channel} gets no digests until {end}. Its subscriptions stay as they are.',
  doneOpen: 'Done: {channel} gets no digests until someone runs `/digest resume`. Its subscriptions stay as they are.',
  announced: '{person} paused the digest of this channel until {end}.',
  announcedOpen: '{person} paused the digest of this channel until someone runs `/digest resume`.',
  unreadable: '“{typed}” is not a day that I can read. {hint}',
  far: '“{typed}” is too far ahead ({day}). {hint}',
  today: '“{typed}” is today. {hint}',
  past: '“{typed}” is past ({day}). {hint}',
  hint: 'Give a day after today and within a year, as in `2 weeks`, `next monday`, `1 July` or `2027-01-07`.',
} as const;
