import type { Readable, Writable } from 'node:stream';
import { confirm, isCancel, log, note, outro, password, spinner, text } from '@clack/prompts';
import { loadConfig, settings } from '../config.ts';
import { type DiscordExamination, examineDiscord } from '../discord/examination.ts';
import { readFailure } from '../discord/failures.ts';
import { type CliIo, type ExitCode, envFileOf, exitCodes } from './command.ts';
import { discordAccess } from './doctor/discord-access.ts';
import { changeEnvFile, readEnvFile } from './env-file.ts';

/** Where questions are asked. */
interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal: AbortSignal;
}

/** Asks for the token and a contact, writes both, and says how to invite the bot. */
export async function askEverything(io: CliIo, input: Readable): Promise<ExitCode> {
  const streams = { input, output: io.stdout, signal: io.signal };
  const bot = await askForToken(io, streams);
  if (bot === null) {
    outro(`Stopped. ${envFileOf(io)} is as it was.`, streams);
    return exitCodes.failed;
  }
  if (!(await askForContact(io, streams))) {
    outro(`Stopped. ${envFileOf(io)} has the token, and no new contact.`, streams);
    return exitCodes.failed;
  }
  outro(`Invite ${bot.name} to a server by the link below, then run: npm start`, streams);
  io.stdout.write(`${bot.invite}\n`); // Within a frame it would be broken into lines.
  return exitCodes.done;
}

const whereTokensAre = `Open https://discord.com/developers/applications and choose "New Application".
Under "Bot", choose "Reset Token" and copy the token.`;

/** Asks until Discord accepts a token, and writes it. Null if the person stops. */
async function askForToken(io: CliIo, streams: Streams): Promise<DiscordExamination | null> {
  const known = readEnvFile(envFileOf(io))['DISCORD_TOKEN'] ?? '';
  if (known !== '') {
    const isKept = await confirm({ message: `${envFileOf(io)} has a token. Keep it?`, ...streams });
    if (isCancel(isKept)) return null;
    const bot = isKept ? await checked(known, io, streams) : null;
    if (bot !== null) return bot;
  }
  note(whereTokensAre, 'The token of your bot', streams);
  for (;;) {
    const token = await password({ message: 'Token', validate: problemOfToken, ...streams });
    if (isCancel(token)) return null;
    const bot = await checked(token.trim(), io, streams);
    if (bot === null) continue;
    changeEnvFile(envFileOf(io), { DISCORD_TOKEN: token.trim() });
    return bot;
  }
}

function problemOfToken(typed: string | undefined): string | undefined {
  const token = typed?.trim() ?? '';
  if (token === '') return 'Paste the token.';
  const { error } = settings.discordToken.schema.safeParse(token);
  return error === undefined ? undefined : `The token ${error.issues[0]?.message}.`;
}

/** What Discord says about the token; null if it does not accept it or cannot be reached. It shows the reason. */
async function checked(token: string, io: CliIo, streams: Streams): Promise<DiscordExamination | null> {
  const config = loadConfig(io.environment);
  const waiting = spinner(streams);
  waiting.start('Asking Discord');
  try {
    const bot = await examineDiscord(await discordAccess({ config, io }, token));
    waiting.stop(`Discord knows the token: ${bot.name}`);
    return bot;
  } catch (error) {
    const { kind, reason } = readFailure(error);
    waiting.error('Not accepted');
    const step = kind === 'unauthorized' ? 'Copy it again, or reset it.' : 'Check the network of this machine.';
    log.error(`${reason}. ${step}`, streams);
    return null;
  }
}

/** Asks for a contact. False if the person stops. */
async function askForContact(io: CliIo, streams: Streams): Promise<boolean> {
  const contact = await text({
    message: 'Your e-mail address or web page, which each request to a source of papers names (may be empty)',
    initialValue: readEnvFile(envFileOf(io))['CONTACT'] ?? '',
    validate: (typed) => settings.contact.schema.safeParse(typed ?? '').error?.issues[0]?.message,
    ...streams,
  });
  if (isCancel(contact)) return false;
  if (contact.trim() !== '') changeEnvFile(envFileOf(io), { CONTACT: contact.trim() });
  return true;
}
