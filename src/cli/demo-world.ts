import type { LocalDiscord } from '../playground/discord/local-discord.ts';
import { CHANNEL_TYPES, type Channel, type Guild } from '../playground/discord/world-shapes.ts';
import type { Actor } from '../playground/page/stage.ts';
import type { Person } from '../playground/person.ts';

/** The servers and the people of the demo. */
export interface DemoWorld {
  readonly guilds: readonly Guild[];
  /** Where the first digest comes. */
  readonly papers: Channel;
  /** She manages the channels. */
  readonly ada: Person;
  readonly actors: readonly [Actor, ...Actor[]];
}

export function createDemoWorld(discord: LocalDiscord): DemoWorld {
  const { world } = discord;
  const owner = world.createUser('Olu');
  const lab = world.createGuild({ name: 'Demo Lab', owner, channels: ['papers', 'nlp', 'physics'] });
  const society = world.createGuild({ name: 'Physics Society', owner, channels: ['seminar'] });
  world.createChannel({ guild: lab, name: 'announcements', kind: 'announcement' });
  const forum = world.createChannel({ guild: lab, name: 'reading-club', kind: 'forum' });
  world.createChannel({ guild: lab, name: 'house-rules', overwrites: [{ deny: ['SendMessages'] }] });
  const ada = discord.person({ name: 'Ada', guild: lab, permissions: ['ManageChannels'] });
  const ben = discord.person({ name: 'Ben', guild: lab });
  const olu = discord.person({ name: 'Olu', guild: lab, user: owner });
  world.addMember({ guild: society, user: ada, permissions: ['ManageChannels'] });
  world.addMember({ guild: society, user: ben });
  openPost(discord, forum, ben, 'Which paper do we read next?');
  return {
    guilds: [lab, society],
    papers: firstChannel(discord, lab),
    ada,
    actors: [
      { person: ada, title: 'who manages channels' },
      { person: ben, title: 'a reader' },
      { person: olu, title: 'who owns the servers' },
    ],
  };
}

function firstChannel({ world }: LocalDiscord, { channelIds }: Guild): Channel {
  const [id = ''] = channelIds;
  return world.channel(id);
}

/** A forum's post is a thread with a first message. */
function openPost({ world }: LocalDiscord, forum: Channel, author: Person, name: string): void {
  const id = world.nextId();
  const state = { createdAt: world.clock(), archived: false, locked: false, autoArchiveMinutes: 10_080 };
  const plan = { id, type: CHANNEL_TYPES['public-thread'], name, state: { ...state, ownerId: author.id } };
  author.say(`${name} /subscribe works in a post of a forum, too.`, { in: world.createThread(forum, plan) });
}
