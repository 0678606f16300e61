import type { english, Translated } from '../english.ts';

export const followUps: Translated<typeof english.followUps> = {
  title:
    '{n, plural, one {**Ein Paper aus einem früheren Digest hat sich geändert**} other {**Paper aus früheren Digests haben sich geändert**}}',
  line: '• {paper}: {news}',
  lineLinked: '• {paper} ([im Digest]({link})): {news}',
  version: 'neue Version {version}',
  withdrawn: 'zurückgezogen',
  code: 'jetzt [mit Code]({link})',
  codeUnlinked: 'jetzt mit Code',
};
