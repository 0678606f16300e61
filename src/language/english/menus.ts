/** The names of the commands in the menu of a message, at most 32 characters. */
export const menus = {
  save: 'Save papers',
  cite: 'Cite papers',
} as const;
