import type { ChannelKind } from '../../src/digests/channel-kind.ts';
import type { LayoutName } from '../../src/digests/layout-name.ts';
import { noExtras } from '../../src/papers/paper.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import { openStore } from '../../src/store/databases.ts';
import { utcDate } from '../../src/time.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { inventPapers } from '../support/invented-papers.ts';

const picture = 'https://cdn-thumbnails.huggingface.co/invented.png';

/** One day: a source announces twelve papers, and a channel gets them at nine, in two messages. */
export const scene = {
  date: '2026-06-12',
  /** A moment after nine. */
  start: Date.parse('2026-06-12T09:00:30Z'),
  /** With their pictures, they need two messages in each layout. */
  papers: inventPapers(12, 'diffusion').map((paper) => ({ ...paper, extras: { ...noExtras, thumbnailUrl: picture } })),
  /** How many messages that digest has. */
  parts: 2,
} as const;

/** A source that announces the day's papers without a network. */
export const sceneSource: PaperSource = {
  id: 'arxiv',
  name: 'arXiv',
  refreshMs: 3_600_000,
  // Nothing is announced on later days.
  datesToPull: (now) => (utcDate(now) === scene.date ? [scene.date] : []),
  probe: async () => {},
  pull: async () => ({
    kind: 'listed',
    listing: {
      source: 'arxiv',
      date: scene.date,
      entries: scene.papers.map((paper) => ({ paper, announceType: 'new' as const })),
      skipped: [],
      etags: {},
      isPartial: false,
    },
  }),
};

/** The channel of a scene. */
export interface SceneChannel {
  readonly guildId: string;
  readonly channelId: string;
  readonly kind: ChannelKind;
  readonly layout: LayoutName;
}

/** Makes a database in which the channel waits for its digest. */
export async function prepareDatabase(
  databaseUrl: string,
  { guildId, channelId, kind, layout }: SceneChannel,
): Promise<void> {
  await using store = await openStore({ url: databaseUrl });
  const parsed = parseTopic('diffusion');
  if (!parsed.ok) throw new Error(parsed.error.message);
  const at = scene.start - 3_600_000;
  const schedule = { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] } as const;
  const defaults = {
    schedule,
    maxPapers: 20,
    language: 'en' as const,
    nextDigestAt: Date.parse(`${scene.date}T09:00Z`),
  };
  await store.subscribe({ guildId, channelId, topic: parsed.topic, userId: '1', at, defaults, cap: 50 });
  await store.configureChannel({ guildId, channelId, changes: { layout }, defaults, at });
  await store.noteChannels(guildId, new Map([[channelId, { name: null, kind }]]));
}
