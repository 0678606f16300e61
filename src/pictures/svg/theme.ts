/**
 * Sizes in points of a phone: a picture is 400 points wide, and a phone shows it nearly as wide. Discord shows it at most
 * 350 points high on a large screen, so that a picture of more than 400 would shrink too much.
 */
export const theme = {
  width: 400,
  padding: 16,
  /** Between two panels. */
  gap: 14,
  title: 17,
  heading: 14,
  label: 13,
  small: 11.5,
} as const;

/** The room for the contents of a panel. */
export const contentWidth: number = theme.width - 2 * theme.padding;

/** Light on dark, as Discord's dark theme. The contrast of every text is at least 4.5 to 1. */
export const colors = {
  background: '#2b2d31',
  text: '#f2f3f5',
  muted: '#b5bac1',
  line: '#4e5058',
  track: '#383a40',
  bar: '#e8835f',
  area: '#6aa6f8',
} as const;
