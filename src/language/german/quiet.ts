import type { english, Translated } from '../english.ts';

export const quiet: Translated<typeof english.quiet> = {
  line: '**{date}**: kein neues Paper passt. {announced, plural, =0 {Keines wurde angekündigt.} one {# wurde angekündigt.} other {# wurden angekündigt.}}',
  next: 'Nächster Digest: {time}',
};
