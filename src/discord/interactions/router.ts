import { createHash } from 'node:crypto';
import type { APIInteraction, APIMessageComponentInteraction, APIModalSubmitInteraction, REST } from 'discord.js';
import type { Clock, Logger } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import type { Services } from '../../use-cases/services.ts';
import { createChannelAccess } from '../channel-access.ts';
import { createChannelNames } from '../channel-names.ts';
import { UserError } from '../errors.ts';
import { readFailure } from '../failures.ts';
import { cutAtWord, plainLine } from '../rendering/escape.ts';
import { messageLimits } from '../rendering/message-limits.ts';
import { announce, type Deferral, respondWithChoices, startAnswer, whisper } from './answer.ts';
import type { AnyCommand, Suggestion } from './command.ts';
import type { ComponentBehaviour } from './component.ts';
import type { CommandContext } from './context.ts';
import {
  interactionType,
  isChatCommand,
  readArguments,
  readCommand,
  readHere,
  readPress,
  userIdOf,
} from './interaction.ts';
import { privately, type Reply } from './reply.ts';

export interface RouterOptions {
  readonly rest: REST;
  readonly store: Store;
  readonly services: Services;
  readonly clock: Clock;
  readonly log: Logger;
  readonly commands: readonly AnyCommand[];
  readonly components: readonly ComponentBehaviour[];
  /** Answers that take longer are deferred: Discord waits three seconds for the first word. */
  readonly deferAfterMs?: number;
}

/** Takes interactions as Discord sends them, over whatever way, and answers each. */
export interface Router {
  /** Answers one interaction. Never rejects: what fails is told to the user and to the log. */
  route(interaction: APIInteraction): Promise<void>;
  /** Fulfilled once no interaction is being answered. */
  whenIdle(): Promise<void>;
}

/** Suggestions that come later than this help nobody: Discord drops them after three seconds. */
const suggestWithinMs = 2_000;

export function createRouter(options: RouterOptions): Router {
  const active = new Set<Promise<void>>();
  const tools: RouterTools = {
    ...options,
    deferAfterMs: options.deferAfterMs ?? 1_000,
    commandByName: new Map(options.commands.map((command) => [command.definition.name, command])),
    componentByVerb: new Map(options.components.map((component) => [component.verb, component])),
    channelNames: createChannelNames(options.rest, options.clock),
  };
  return {
    route(interaction) {
      const answering = dispatch(interaction, tools).finally(() => active.delete(answering));
      active.add(answering);
      return answering;
    },
    async whenIdle() {
      while (active.size > 0) await Promise.all(active);
    },
  };
}

interface RouterTools extends RouterOptions {
  readonly deferAfterMs: number;
  readonly commandByName: ReadonlyMap<string, AnyCommand>;
  readonly componentByVerb: ReadonlyMap<string, ComponentBehaviour>;
  readonly channelNames: (guildId: string) => Promise<ReadonlyMap<string, string>>;
}

async function dispatch(interaction: APIInteraction, tools: RouterTools): Promise<void> {
  if (isChatCommand(interaction)) {
    const { name } = readCommand(interaction);
    const command = tools.commandByName.get(name);
    if (interaction.type === interactionType.autocomplete) return suggest(interaction, command, tools);
    const run = () => runCommand(interaction, command, tools);
    return answerWith(
      run,
      { interaction, what: `/${name}`, deferral: command?.definition.visibility ?? 'private' },
      tools,
    );
  }
  if (interaction.type === interactionType.component || interaction.type === interactionType.modal) {
    const { verb } = readPress(interaction);
    const behaviour = tools.componentByVerb.get(verb);
    const run = () => runComponent(interaction, behaviour, tools);
    return answerWith(run, { interaction, what: verb, deferral: behaviour?.deferral ?? 'private' }, tools);
  }
}

type ChatCommand = Extract<APIInteraction, { type: 2 | 4 }> & Parameters<typeof readCommand>[0];

async function runCommand(
  interaction: ChatCommand,
  command: AnyCommand | undefined,
  tools: RouterTools,
): Promise<Reply> {
  if (command === undefined) {
    const text = 'I do not know this command (any more). Reload Discord (Ctrl+R) to see the ones there are.';
    throw new UserError('unknown-command', text);
  }
  const args = readArguments(command.definition, readCommand(interaction), interaction);
  // The arguments were read by this command's own definition, which its type promises to `run`.
  return command.run(args as never, contextOf(interaction, tools));
}

async function runComponent(
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
  behaviour: ComponentBehaviour | undefined,
  tools: RouterTools,
): Promise<Reply> {
  if (behaviour === undefined) {
    const text = 'This button is from an earlier version of me and does nothing any more. Run the command again.';
    throw new UserError('unknown-component', text);
  }
  return behaviour.run(readPress(interaction), contextOf(interaction, tools));
}

function contextOf(interaction: Exclude<APIInteraction, { type: 1 }>, tools: RouterTools): CommandContext {
  const { store, services, clock, log, rest } = tools;
  const here = readHere(interaction);
  const guildId = interaction.guild_id ?? null;
  return {
    store,
    services,
    clock,
    log,
    userId: userIdOf(interaction),
    guildId,
    here,
    access: createChannelAccess(interaction, here, rest),
    channelNames: async () => (guildId === null ? new Map() : tools.channelNames(guildId)),
  };
}

interface Occasion {
  readonly interaction: APIInteraction;
  /** The command or the component's verb, for the log and for the error. */
  readonly what: string;
  readonly deferral: Deferral;
}

async function answerWith(run: () => Promise<Reply>, occasion: Occasion, tools: RouterTools): Promise<void> {
  const { interaction, what, deferral } = occasion;
  const { rest, log, clock, deferAfterMs } = tools;
  const startedAt = clock();
  const answer = startAnswer(rest, interaction, deferral, deferAfterMs);
  const fields = { interactionId: interaction.id, what, guildId: interaction.guild_id, userId: userIdOf(interaction) };
  try {
    const reply = await run().catch((error: unknown) => errorReply(error, occasion, log));
    await answer.send(reply);
    if (reply.kind !== 'modal') await announceOutcome(reply, interaction, tools);
    log.info({ event: 'interaction.answered', ...fields, ms: clock() - startedAt }, `answered ${what}`);
  } catch (error) {
    // The interaction has expired, or Discord is down: nobody is left to be told.
    log.error(
      { event: 'interaction.unanswered', ...fields, reason: readFailure(error).reason, err: error },
      `could not answer ${what}`,
    );
  }
}

async function announceOutcome(
  { announcement }: Exclude<Reply, { kind: 'modal' }>,
  interaction: APIInteraction,
  { rest, log }: RouterTools,
): Promise<void> {
  if (announcement === undefined) return;
  const { channelId, message } = announcement;
  try {
    await announce(rest, interaction, channelId, message);
  } catch (error) {
    const { reason } = readFailure(error);
    log.warn({ event: 'announcement.failed', channelId, reason }, 'a public line could not be posted');
    const content = `It is done, but I could not say so in <#${channelId}>: ${reason}.`;
    await whisper(rest, interaction, { content });
  }
}

/** What happened, why, one next step, and a reference that stands in the log, too. */
function errorReply(error: unknown, { interaction, what }: Occasion, log: Logger): Reply {
  const reference = referenceOf(interaction);
  const fields = { reference, interactionId: interaction.id, what, guildId: interaction.guild_id };
  if (error instanceof UserError) {
    log.info({ event: 'interaction.refused', ...fields, code: error.code }, `refused ${what}: ${error.code}`);
    return privately(`${error.message}\n-# Reference ${reference}`);
  }
  log.error({ event: 'interaction.failed', ...fields, err: error }, `${what} failed`);
  const text = 'That did not work, because something went wrong on my side. Try again in a minute';
  return privately(`${text}; if it fails again, tell whoever runs me this reference: \`${reference}\`.`);
}

/** Short enough to be read out, and the same each time for the same interaction. */
const referenceOf = ({ id }: APIInteraction): string => createHash('sha256').update(id).digest('hex').slice(0, 8);

async function suggest(interaction: ChatCommand, command: AnyCommand | undefined, tools: RouterTools): Promise<void> {
  const { log, rest } = tools;
  try {
    const suggestions = await suggestInTime(interaction, command, tools);
    await respondWithChoices(
      rest,
      interaction,
      suggestions.map(toChoice).filter(isUsable).slice(0, messageLimits.choices),
    );
  } catch (error) {
    log.warn(
      { event: 'suggestions.failed', interactionId: interaction.id, reason: readFailure(error).reason },
      'no suggestions',
    );
  }
}

async function suggestInTime(interaction: ChatCommand, command: AnyCommand | undefined, tools: RouterTools) {
  const focused = readCommand(interaction).options.find(({ isFocused }) => isFocused);
  if (command?.suggest === undefined || focused === undefined) return [];
  const late = Promise.withResolvers<readonly Suggestion[]>();
  const timer = setTimeout(() => late.resolve([]), suggestWithinMs);
  try {
    const context = contextOf(interaction, tools);
    return await Promise.race([command.suggest(focused.name, String(focused.value), context), late.promise]);
  } catch (error) {
    tools.log.warn({ event: 'suggestions.failed', interactionId: interaction.id, err: error }, 'no suggestions');
    return [];
  } finally {
    clearTimeout(timer);
  }
}

/** Choices show plain text. A value cannot be cut without becoming another one. */
const toChoice = ({ name, value }: Suggestion) => ({
  name: cutAtWord(plainLine(name), messageLimits.choiceText),
  value,
});

const isUsable = ({ name, value }: Suggestion): boolean =>
  name.length > 0 && value.length > 0 && value.length <= messageLimits.choiceText;
