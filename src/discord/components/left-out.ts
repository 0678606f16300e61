import type { StoredDigest } from '../../store/stored-digests.ts';
import { type ComponentBehaviour, pageNumber } from '../interactions/component.ts';
import { showLeftOut } from '../steps/left-out.ts';

/** The button Show the rest below a digest. */
export const showRest: ComponentBehaviour<'show-rest', StoredDigest> = {
  verb: 'show-rest',
  deferral: 'private',
  async run({ rest: [nonce = ''] }, context, digest) {
    const message = await showLeftOut(digest, { nonce, page: 0 }, context);
    return { kind: 'message', visibility: 'private', message };
  },
};

/** The buttons Previous and Next of the rest. */
export const turnRestPage: ComponentBehaviour<'rest-page', StoredDigest> = {
  verb: 'rest-page',
  deferral: 'update',
  async run({ rest: [nonce = '', page] }, context, digest) {
    return { kind: 'update', message: await showLeftOut(digest, { nonce, page: pageNumber(page) }, context) };
  },
};
