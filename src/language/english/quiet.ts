/** Texts of the line for a day without papers. */
export const quiet = {
  line: '**{date}**: no new paper fits. {announced, plural, =0 {None was announced.} one {# was announced.} other {# were announced.}}',
  next: 'Next digest: {time}',
} as const;
