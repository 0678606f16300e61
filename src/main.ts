import './one-undici.ts';
import { runCli } from './cli/run.ts';

/** The first signal asks for an orderly end, the second ends the process at once. */
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

/** Exits after 5 s even if a handle keeps the process alive. */
setTimeout(() => process.exit(), 5_000).unref();
