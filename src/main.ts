import { runCli } from './cli/run.ts';

/** Two signals: the first asks for an orderly end, the second takes it. */
const shutdown = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    if (shutdown.signal.aborted) process.exit(1);
    shutdown.abort(name);
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: shutdown.signal,
});

/** What holds the process still, such as a socket on which nobody answers, is not waited for for longer. */
setTimeout(() => process.exit(), 5_000).unref();
