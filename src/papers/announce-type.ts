/**
 * How a source lists a paper. arXiv: new, cross (new to this category), replace, replace-cross (newer versions).
 * Hugging Face: pick (chosen for the Daily Papers).
 */
export type AnnounceType = 'new' | 'cross' | 'pick' | 'replace' | 'replace-cross';

/** Announce types, the weightiest first. The weightiest one counts where a paper is listed twice. */
export const announceTypes = [
  'new',
  'pick',
  'cross',
  'replace',
  'replace-cross',
] as const satisfies readonly AnnounceType[];

/** The one of two announce types that counts. */
export const weightier = (one: AnnounceType, other: AnnounceType): AnnounceType =>
  announceTypes.indexOf(one) <= announceTypes.indexOf(other) ? one : other;

/** Whether a listing of this type makes a paper news. A replacement does not: versions never make a paper new. */
export const isNews = (type: AnnounceType): boolean => type === 'new' || type === 'cross' || type === 'pick';
