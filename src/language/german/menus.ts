import type { english, Translated } from '../english.ts';

export const menus: Translated<typeof english.menus> = {
  save: 'Papers speichern',
  cite: 'Papers zitieren',
};
