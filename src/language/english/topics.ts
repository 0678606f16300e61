/** What cannot be read in a topic. */
export const topics = {
  unreadable: 'I cannot read this topic:',
  unreadableEnd: 'I cannot read this topic, at its end:',
  unreadableAt: 'I cannot read this topic, at character {character, number}:',
} as const;
