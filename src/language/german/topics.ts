import type { english, Translated } from '../english.ts';

export const topics: Translated<typeof english.topics> = {
  unreadable: 'Dieses Thema kann ich nicht lesen:',
  unreadableEnd: 'Dieses Thema kann ich nicht lesen, an seinem Ende:',
  unreadableAt: 'Dieses Thema kann ich nicht lesen, beim {character, number}. Zeichen:',
};
