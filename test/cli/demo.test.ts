import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { emptyFolder, runCli, startCli } from './run-cli.ts';

/** Waits until standard output has a text that fits, and returns it. */
async function printed({ process: child }: ReturnType<typeof startCli>, pattern: RegExp): Promise<string> {
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  for (;;) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
    await once(child.stdout ?? child, 'data');
  }
}

describe('paperboy demo with a page', () => {
  it('serves the page from the beginning, keeps it until Ctrl+C, and carries no variable of the host', async () => {
    const cli = startCli(['demo', '--sample', '--serve'], await emptyFolder(), { DISCORD_TOKEN: 'bm90.YQ.secret' });
    const url = await printed(cli, /http:\/\/127\.0\.0\.1:\d+\//);
    expect(await (await fetch(url)).text()).toContain('Paperboy');
    await printed(cli, /The page stays open/);
    const view = await fetch(`${url}view`);
    let text = '';
    for await (const chunk of view.body ?? []) {
      text += new TextDecoder().decode(chunk);
      if (text.includes('event: inside')) break;
    }
    expect(text).toContain('Papers for');
    expect(text).not.toContain('bm90.YQ.secret');
    cli.process.kill('SIGINT');
    expect(await cli.result).toMatchObject({ code: 0 });
    await expect(fetch(url)).rejects.toThrow();
  });

  it.each([
    [['--serve', '--once'], '--serve and --once exclude each other.'],
    [['--serve', '--no-page'], '--serve and --no-page exclude each other.'],
    [['--port', 'x'], '--port must be a number from 1 to 65535.'],
  ])('refuses %j', async (options, reason) => {
    const result = await runCli(['demo', ...options], await emptyFolder());
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining(reason) });
  });
});
