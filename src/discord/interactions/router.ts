import type { APIInteraction, REST } from 'discord.js';
import { sayIn } from '../../language/say.ts';
import type { Picture } from '../../pictures/picture.ts';
import type { PictureDrawer } from '../../pictures/picture-thread.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import type { Services } from '../../use-cases/services.ts';
import { createChannelAccess } from '../channel-access.ts';
import { createChannelNames } from '../channel-names.ts';
import { createDirectMessages } from '../direct-messages.ts';
import { UserError } from '../errors.ts';
import type { MessageMenu } from '../menus/menu.ts';
import { createDiscussionThreads } from '../posting/discussion-threads.ts';
import { type GuildRoles, readRoles } from '../role-pings.ts';
import type { AnswerTools } from './answer.ts';
import { answerInteraction } from './answering.ts';
import { readArguments } from './arguments.ts';
import {
  type AnyComponent,
  type AuthorizationTable,
  type Authorized,
  authorizeCommands,
  authorizeComponents,
  authorizeMenus,
  type CommandRow,
  type ComponentRow,
} from './authorization.ts';
import type { AnyCommand } from './command.ts';
import type { CommandContext } from './context.ts';
import { type InteractionOrigin, type RawCommand, type RawPress, readInteraction } from './interaction.ts';
import type { Reply } from './reply.ts';
import { suggest } from './suggestions.ts';

export interface RouterOptions {
  readonly rest: REST;
  readonly store: Store;
  readonly services: Services;
  readonly pictures: Pick<PictureDrawer, 'draw'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly commands: readonly AnyCommand[];
  readonly components: readonly AnyComponent[];
  /** The commands in the menu of a message. */
  readonly menus?: readonly MessageMenu[];
  /** Who may use them. */
  readonly table: AuthorizationTable;
  /** Answers that take longer are deferred, because Discord waits three seconds for a first answer. */
  readonly deferAfterMs?: number;
}

/** Answers interactions, however they arrive. */
export interface Router {
  /** Answers one interaction. Never rejects: failures go to the user and to the log. */
  route(interaction: APIInteraction): Promise<void>;
  /** Fulfilled once no interaction is being answered. */
  whenIdle(): Promise<void>;
}

export function createRouter(options: RouterOptions): Router {
  const active = new Set<Promise<void>>();
  const tools: RouterTools = {
    ...options,
    deferAfterMs: options.deferAfterMs ?? 1_000,
    sharing: new Set(),
    commandByName: authorizeCommands(options.commands, options.table.commands),
    componentByVerb: authorizeComponents(options.components, options.table.components),
    menuByName: authorizeMenus(options.menus ?? [], options.table.menus ?? {}),
    channelNames: createChannelNames(options.rest, options.clock),
  };
  return {
    route(interaction) {
      const answering = dispatch(interaction, tools)
        .catch((err: unknown) => logUnreadable(interaction, err, options.log))
        .finally(() => active.delete(answering));
      active.add(answering);
      return answering;
    },
    async whenIdle() {
      while (active.size > 0) await Promise.all(active);
    },
  };
}

/** Reports a payload that is not as Discord documents it. Failures of answers are reported where they are answered. */
function logUnreadable({ id, type }: APIInteraction, err: unknown, log: Logger): void {
  const fields = { event: 'interaction.unreadable', interactionId: id, type, err };
  log.error(fields, 'an interaction is not as Discord documents it, and gets no answer');
}

interface RouterTools extends RouterOptions, AnswerTools {
  readonly deferAfterMs: number;
  readonly commandByName: ReadonlyMap<string, Authorized<AnyCommand, CommandRow>>;
  readonly componentByVerb: ReadonlyMap<string, Authorized<AnyComponent, ComponentRow>>;
  readonly menuByName: ReturnType<typeof authorizeMenus>;
  readonly channelNames: (guildId: string) => Promise<ReadonlyMap<string, string>>;
}

async function dispatch(payload: APIInteraction, tools: RouterTools): Promise<void> {
  const interaction = readInteraction(payload);
  if (interaction === null) return;
  const context = createContext(interaction, tools);
  if (interaction.kind === 'press') {
    const { press } = interaction;
    const component = tools.componentByVerb.get(press.verb);
    const run = async () => runComponent(known(component, unknownComponent), press, context);
    const occasion = { origin: interaction, what: press.verb, deferral: component?.handler.deferral ?? 'private' };
    return answerInteraction(run, occasion, tools);
  }
  if (interaction.kind === 'menu') {
    const { name, message } = interaction.menu;
    const run = async () => {
      const { handler, row } = known(tools.menuByName.get(name), unknownCommand);
      await row.grant(message, context);
      return handler.run(message, context);
    };
    return answerInteraction(run, { origin: interaction, what: name, deferral: 'private' }, tools);
  }
  const { name } = interaction.command;
  const command = tools.commandByName.get(name);
  if (interaction.kind === 'autocomplete') return suggest(interaction, command, context, tools);
  const run = async () => runCommand(known(command, unknownCommand), interaction.command, context);
  const deferral = command?.handler.definition.visibility ?? 'private';
  return answerInteraction(run, { origin: interaction, what: `/${name}`, deferral }, tools);
}

async function runComponent(
  { handler, row }: Authorized<AnyComponent, ComponentRow>,
  press: RawPress,
  context: CommandContext,
): Promise<Reply> {
  // The registry pairs each component with a row that grants what its `run` takes.
  const subject = (await row.grant(press, context)) as never;
  return handler.run(press, context, subject);
}

async function runCommand(
  { handler, row }: Authorized<AnyCommand, CommandRow>,
  command: RawCommand,
  context: CommandContext,
): Promise<Reply> {
  const args = readArguments(handler.definition, command);
  const subject = (await row.run.grant(args, context)) as never;
  // These arguments are read by the command's own definition, so they have the type that `run` takes.
  return handler.run(args as never, context, subject);
}

function createContext(origin: InteractionOrigin, tools: RouterTools): CommandContext {
  const { store, services, clock, log, rest } = tools;
  const { userId, guildId, isDirect, guildLanguage, here } = origin;
  // Discord is asked once for each interaction.
  let roles: Promise<GuildRoles> | undefined;
  return {
    store,
    services,
    drawPicture: (picture) => drawLogged(picture, tools),
    clock,
    log,
    commands: tools.commands.map(({ definition }) => definition),
    userId,
    guildId,
    isDirect,
    say: sayIn(origin.language),
    guildLanguage,
    here,
    access: createChannelAccess(origin, rest),
    roles: () => {
      roles ??= guildId === null ? Promise.resolve(new Map()) : readRoles(guildId, rest);
      return roles;
    },
    threads: createDiscussionThreads(rest),
    directMessages: createDirectMessages(origin, rest),
    channelNames: async () =>
      guildId === null
        ? new Map()
        : new Map([...(await store.channelNames(guildId)), ...(await tools.channelNames(guildId))]),
  };
}

async function drawLogged(picture: Picture, { pictures, log }: RouterTools): Promise<Uint8Array | null> {
  try {
    return await pictures.draw(picture);
  } catch (err) {
    log.warn({ event: 'picture.failed', err }, 'a picture could not be drawn');
    return null;
  }
}

function known<Handler>(handler: Handler | undefined, refuse: () => UserError): Handler {
  if (handler !== undefined) return handler;
  throw refuse();
}

const unknownCommand = (): UserError => new UserError('unknown-command', (say) => say('errors.unknownCommand'));

const unknownComponent = (): UserError => new UserError('unknown-component', (say) => say('errors.unknownComponent'));
