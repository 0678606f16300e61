/**
 * Checks the version of Node. Every npm script that runs TypeScript loads it first (`node --import`). Node 24 is a dev
 * dependency: an install without those uses the host's Node, and an old one would only show a stack trace. It is plain
 * JavaScript that Node 20 can read.
 */
const oldestNode = 24;
/** The same as `exitCodes.configuration`: starting again without a change does not help. */
const misconfigured = 78;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(
    `Paperboy needs Node ${oldestNode}, and this is Node ${process.versions.node}. ` +
      `Let npm bring it along: npm ci --include=dev   (or install Node ${oldestNode} yourself)\n`,
  );
  process.exit(misconfigured);
}
