/**
 * Loaded before any TypeScript (`node --import`), by every npm script that runs some. Node 24 comes along as a dev
 * dependency; an install without those leaves the host's own, and an older one would only show a stack trace. Plain
 * JavaScript that Node 20 can read.
 */
const oldestNode = 24;
/** As `exitCodes.configuration`: of no use to start it again unchanged. */
const misconfigured = 78;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(
    `Paperboy needs Node ${oldestNode}, and this is Node ${process.versions.node}. ` +
      `Let npm bring it along: npm ci --include=dev   (or install Node ${oldestNode} yourself)\n`,
  );
  process.exit(misconfigured);
}
