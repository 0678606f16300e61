/**
 * Checks the version of Node. Every npm script that runs TypeScript loads it first (`node --import`). `npm ci` brings
 * Node 24 along, and npm scripts find it first. Without npm the host's own Node runs, and an old one would only show a
 * stack trace. It is plain JavaScript that Node 20 can read.
 */
const oldestNode = 24;
/** The same as `exitCodes.configuration`: starting again without a change does not help. */
const misconfigured = 78;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(
    `Paperboy needs Node ${oldestNode}, and this is Node ${process.versions.node}. ` +
      'npm ci brings it along, and npm run uses it. (An install with --omit=dev does not have it.)\n',
  );
  process.exit(misconfigured);
}
