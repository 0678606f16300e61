/** The message about changes of papers that a channel has received. */
export const followUps = {
  title:
    '{n, plural, one {**A paper of an earlier digest has changed**} other {**Papers of earlier digests have changed**}}',
  postName: 'Changed papers, {day}',
  line: '• {paper}: {news}',
  lineLinked: '• {paper} ([in the digest]({link})): {news}',
  version: 'new version {version}',
  withdrawn: 'withdrawn',
  code: 'now [with code]({link})',
  codeUnlinked: 'now with code',
} as const;
