/** Texts of “More like this” and “Less like this”, and of what a channel learned from them. */
export const marks = {
  more: 'Noted: papers like {papers} come earlier in later digests here.',
  less: 'Noted: papers like {papers} come later in later digests here.',
  again:
    '-# No paper is left out because of that. Choose it again to take it back; `/digest settings` shows what I learned.',
  takenBack: 'Taken back: your mark on {papers}.',
  others: '{count, plural, one {# other} other {# others}}',
  notInDigest:
    'This paper was in no digest of this channel, so it cannot be marked here. Mark papers below the digests that have them.',
} as const;
