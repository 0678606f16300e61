/**
 * The names of the layouts that a digest can have; the first one is the default. They are known here because a channel
 * stores its layout's name, and `discord/`, which holds the layouts, is out of reach of the store and the pure rooms.
 */
export const layoutNames = ['cards', 'list', 'thread', 'compact'] as const;

export type LayoutName = (typeof layoutNames)[number];

export const defaultLayout: LayoutName = layoutNames[0];

const isLayoutName = (text: string): text is LayoutName => (layoutNames as readonly string[]).includes(text);

/** The layout of that name. An unknown name, such as one of a newer version, gives the default. */
export const readLayoutName = (text: string): LayoutName => (isLayoutName(text) ? text : defaultLayout);
