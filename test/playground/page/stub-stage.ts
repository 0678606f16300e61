import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { type PageServer, startPage } from '../../../src/playground/page/page-server.ts';
import type { Inside } from '../../../src/playground/page/page-types.ts';
import type { Stage } from '../../../src/playground/page/stage.ts';
import type { Person } from '../../../src/playground/person.ts';
import { createKeptLog } from '../../support/bot.ts';
import { NO_LIMITS } from '../discord/api.ts';
import { type Bot, startBot } from '../discord/bot.ts';

/** A page with a bot whose messages a test writes. */
export interface StubPage extends AsyncDisposable {
  readonly discord: LocalDiscord;
  readonly page: PageServer;
  readonly bot: Bot;
  readonly ada: Person;
  readonly channelId: string;
  /** What the visitor asked of time and trouble. */
  readonly asked: unknown[][];
}

const startOfStub = Date.parse('2026-06-12T09:00:00Z');

const nothingInside: Inside = {
  papers: 'The papers are invented.',
  doing: '',
  isBusy: false,
  troubles: [],
  closed: [],
  listings: [],
  channels: [],
  deliveries: [],
  requests: [],
};

export async function startStubPage(): Promise<StubPage> {
  await using opened = new AsyncDisposableStack();
  const discord = opened.use(await startLocalDiscord({ clock: () => startOfStub, limits: NO_LIMITS }));
  const guild = discord.world.createGuild({ name: 'Lab', channels: ['papers', 'nlp'] });
  const [channelId = ''] = guild.channelIds;
  const bot = opened.use(await startBot(discord));
  const ada = discord.person({ name: 'Ada', guild, permissions: ['ManageChannels'] });
  const ben = discord.person({ name: 'Ben', guild });
  const asked: unknown[][] = [];
  const stage: Stage = {
    discord,
    actors: [
      { person: ada, title: 'who manages channels' },
      { person: ben, title: 'a reader' },
    ],
    channelId,
    now: () => startOfStub,
    isRunning: () => false,
    pass: async (step) => void asked.push([step]),
    setTrouble: async (...change) => void asked.push(change),
    inside: async () => nothingInside,
  };
  const page = opened.use(await startPage(stage, createKeptLog()));
  const closing = opened.move();
  return { discord, page, bot, ada, channelId, asked, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
