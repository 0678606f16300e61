import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inviteLink } from '../../src/discord/invite-link.ts';
import { startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { setUp } from './answered-setup.ts';
import { say } from './kept-output.ts';
import { emptyFolder } from './run-cli.ts';

const enter = '\r';

describe('paperboy setup', () => {
  it('asks for a token and a contact, writes them for the owner alone, and prints the invite link', async () => {
    await using discord = await startLocalDiscord();
    const envFile = join(await emptyFolder(), '.env');
    const { code, text } = await setUp(
      [
        ['Token', `${discord.token}${enter}`],
        ['e-mail', `me+papers@example.org${enter}`],
      ],
      { DISCORD_API_URL: discord.url },
      envFile,
    );
    expect(code).toBe(0);
    expect(text).toContain(inviteLink(discord.applicationId));
    expect(text).toContain('npm start');
    expect(text).not.toContain(discord.token);
    expect(await readFile(envFile, 'utf8')).toBe(`DISCORD_TOKEN=${discord.token}\nCONTACT=me+papers@example.org\n`);
    expect((await stat(envFile)).mode & 0o777).toBe(0o600);
  });

  it('changes only its own lines of a file that is there', async () => {
    await using discord = await startLocalDiscord();
    const envFile = join(await emptyFolder(), '.env');
    await writeFile(envFile, '# Mine\nDISCORD_TOKEN=\nLOG_LEVEL=debug\n');
    await chmod(envFile, 0o644);
    const { code } = await setUp(
      [
        ['Token', `${discord.token}${enter}`],
        ['e-mail', `https://example.org/#us${enter}`],
      ],
      { DISCORD_API_URL: discord.url },
      envFile,
    );
    expect(code).toBe(0);
    const lines = [
      '# Mine',
      `DISCORD_TOKEN=${discord.token}`,
      'LOG_LEVEL=debug',
      "CONTACT='https://example.org/#us'",
      '',
    ];
    expect(await readFile(envFile, 'utf8')).toBe(lines.join('\n'));
    expect((await stat(envFile)).mode & 0o777).toBe(0o600);
  });

  it('asks again if Discord refuses the token, and writes nothing if the person stops', async () => {
    await using discord = await startLocalDiscord();
    const envFile = join(await emptyFolder(), '.env');
    const { code, text } = await setUp(
      [
        ['Token', `bm90.YQ.token${enter}`],
        ['Not accepted', '\u0003'],
      ],
      { DISCORD_API_URL: discord.url },
      envFile,
    );
    expect(code).toBe(1);
    expect(text).toContain('Copy it again, or reset it.');
    expect(text).toContain(`Stopped. ${envFile} is as it was.`);
    await expect(stat(envFile)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('keeps a token that is there and works', async () => {
    await using discord = await startLocalDiscord();
    const envFile = join(await emptyFolder(), '.env');
    await writeFile(envFile, `DISCORD_TOKEN=${discord.token}\n`);
    const { code } = await setUp(
      [
        ['Keep it?', enter],
        ['e-mail', enter],
      ],
      { DISCORD_API_URL: discord.url },
      envFile,
    );
    expect(code).toBe(0);
    expect(await readFile(envFile, 'utf8')).toBe(`DISCORD_TOKEN=${discord.token}\n`);
  });

  it.each([
    ['at the token that is there', [['Keep it?', '\u0003']], 'is as it was.'],
    [
      'at the contact',
      [
        ['Keep it?', enter],
        ['e-mail', '\u0003'],
      ],
      'has the token, and no new contact.',
    ],
  ] as const)('says what the file has if the person stops %s', async (_where, answers, said) => {
    await using discord = await startLocalDiscord();
    const envFile = join(await emptyFolder(), '.env');
    await writeFile(envFile, `DISCORD_TOKEN=${discord.token}\n`);
    const { code, text } = await setUp([...answers], { DISCORD_API_URL: discord.url }, envFile);
    expect(code).toBe(1);
    expect(text).toContain(`Stopped. ${envFile} ${said}`);
    expect(await readFile(envFile, 'utf8')).toBe(`DISCORD_TOKEN=${discord.token}\n`);
  });

  it('refuses to ask where there is no terminal', async () => {
    const { code, stderr } = await say(['setup']);
    expect(code).toBe(2);
    expect(stderr).toContain('Write DISCORD_TOKEN=… into .env yourself.');
  });
});

describe('paperboy version', () => {
  it('prints the versions of Paperboy and Node', async () => {
    expect(await say(['version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Paperboy \d+\.\d+\.\d+ on Node \d+/),
    });
    const json = JSON.parse((await say(['version', '--json'])).stdout);
    expect(json).toEqual({ paperboy: expect.any(String), node: process.versions.node });
  });
});
