import { citeMenu } from './cite-papers.ts';
import type { MessageMenu } from './menu.ts';
import { saveMenu } from './save-papers.ts';

/** Every command of the menu of a message, in the order in which Discord gets them. */
export const menus: readonly MessageMenu[] = [saveMenu, citeMenu];
