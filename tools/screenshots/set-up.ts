import type { MessageView } from '../../src/playground/discord/message-view.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import type { Studio } from './studio.ts';

/** The channel of the new server in which the bot greets. */
export const lobby = 'lobby';

const patienceMs = 20_000;

/** The bot joins a new server, and greets it. */
export async function greetNewServer({ stage }: Studio): Promise<Pick<Reply, 'message'>> {
  const { world } = stage.discord;
  const guild = world.createGuild({ name: 'Night School', channels: [lobby, 'reading'], bot: false });
  const [channel = ''] = guild.channelIds;
  world.addMember({ guild, user: stage.world.ada, permissions: ['ManageChannels'] });
  world.setSystemChannel(guild, channel);
  world.inviteBot(guild);
  return { message: await greetingIn(stage, channel) };
}

/** Waits for the greeting, which the bot posts when Discord tells it of the server. */
async function greetingIn({ discord }: Studio['stage'], channel: string): Promise<MessageView> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 20) {
    const [message] = discord.messages(channel);
    if (message !== undefined) return message;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The bot does not greet the new server.');
}

type Step = (person: Person, reply: Reply, channel: string) => Promise<Reply>;

/** The steps after the first one. */
const steps: readonly Step[] = [
  (person, reply, channel) => person.choose(reply, 'Choose a channel…', channel),
  (person, reply) => person.choose(reply, 'Choose a field of research…', 'Computer science'),
  (person, reply) => person.choose(reply, 'Topics in Computer science…', ['LLM reasoning', 'Diffusion models']),
  (person, reply) => person.press(reply, 'Next: time'),
  (person, reply) => person.press(reply, 'Yes, show a preview'),
];

/** Goes through the set-up from its beginning. */
const walk =
  (length: number) =>
  async ({ stage }: Studio): Promise<Reply> => {
    const { discord } = stage;
    const channels = [...discord.world.channels.values()];
    const idOf = (name: string) => channels.findLast((channel) => channel.name === name)?.id ?? '';
    const channel = idOf(lobby);
    const { guildId } = discord.world.channel(channel);
    const user = stage.world.ada.id;
    const person = discord.person({ name: 'Ada', user, guild: guildId ?? '', channel });
    let reply = await (await person.press(await greetingIn(stage, channel), 'Set up')).answered(patienceMs);
    for (const step of steps.slice(0, length))
      reply = await (await step(person, reply, idOf('reading'))).answered(patienceMs);
    return reply;
  };

/** The set-up up to each of its questions. */
export const setUp = { channel: walk(0), topics: walk(3), time: walk(4), preview: walk(5) };
