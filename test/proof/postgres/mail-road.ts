import { openRoad, type Reach, type Road, type Watch } from './road.ts';

/** A worker's way to the mail server, which holds the end of each email, and the answer to it. */
export const openMailRoad = (port: number, reach: Reach): Promise<Road> =>
  openRoad({ host: '127.0.0.1', port }, watchEmails, reach);

const endOfEmail = '\r\n.\r\n';

function watchEmails(): Watch {
  let isAsked = false;
  let tail = '';
  return {
    *asked(bytes) {
      tail = `${tail}${bytes.toString('latin1')}`.slice(-endOfEmail.length);
      isAsked = tail === endOfEmail;
      yield { bytes, place: isAsked ? 'send leaving' : null };
    },
    *answered(bytes) {
      const place = isAsked ? 'send answered' : null;
      isAsked = false;
      yield { bytes, place };
    },
  };
}
