import type { Picture } from './picture.ts';

/** A message to the picture thread. */
export interface PictureRequest {
  readonly id: number;
  readonly picture: Picture;
}

/** A message from it. */
export type PictureAnswer =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly failure: string };
