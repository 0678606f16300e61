import { english } from '../../language/english.ts';
import type { MessageMenu } from '../menus/menu.ts';
import type { AnyCommand } from './command.ts';
import type { ComponentBehaviour } from './component.ts';
import type { CommandContext } from './context.ts';
import type { RawPress, ReadMessage } from './interaction.ts';

/** Who may do something. */
export interface Rule<Request, Subject> {
  /** The people, in words for the documentation. */
  readonly who: string;
  /**
   * Checks that the user is one of them, and reads what the request is about. Everything in a request can be forged.
   * @throws UserError if the user is refused, or if what the request names is not there
   */
  readonly grant: (request: Request, context: CommandContext) => Promise<Subject>;
}

/** The arguments of a command, as its definition types them. */
export type CommandRequest = Readonly<Record<string, unknown>>;

/** Who may run a command, and who gets suggestions for its options. */
export interface CommandRow<Subject = unknown> {
  readonly run: Rule<CommandRequest, Subject>;
  readonly suggest?: Rule<null, unknown>;
}

/** Who may use a button, a menu or a form. */
export type ComponentRow<Subject = unknown> = Rule<RawPress, Subject>;

/** Who may do what: a row for each command by its name, for each component by its verb, and for each menu of a message. */
export interface AuthorizationTable {
  readonly commands: Readonly<Record<string, CommandRow>>;
  readonly components: Readonly<Record<string, ComponentRow>>;
  /** By the key of the menu's name. */
  readonly menus?: Readonly<Record<string, Rule<ReadMessage, null>>>;
}

/** The subject that a row of the table grants. */
export type SubjectOf<Row> =
  Row extends CommandRow<infer Subject> ? Subject : Row extends ComponentRow<infer Subject> ? Subject : never;

/** A command or a component with its row of the table. */
export interface Authorized<Handler, Row> {
  readonly handler: Handler;
  readonly row: Row;
}

/**
 * The commands by name, with their rows.
 * @throws TypeError if a command has no row, no row for its suggestions, or another audience at Discord
 */
export const authorizeCommands = (
  commands: readonly AnyCommand[],
  table: AuthorizationTable['commands'],
): ReadonlyMap<string, Authorized<AnyCommand, CommandRow>> =>
  new Map(
    commands.map((handler) => {
      const { name, audience } = handler.definition;
      const row = rowOf(table, name);
      if (handler.suggest !== undefined && row.suggest === undefined) throw missingRow(`the suggestions of /${name}`);
      if ((audience === 'everyone') !== (row.run === everyone)) {
        throw new TypeError(`Discord offers /${name} to ${audience}, and the table allows it to ${row.run.who}`);
      }
      return [name, { handler, row }];
    }),
  );

/**
 * The components by verb, with their rows.
 * @throws TypeError if a component has no row
 */
export const authorizeComponents = (
  components: readonly AnyComponent[],
  table: AuthorizationTable['components'],
): ReadonlyMap<string, Authorized<AnyComponent, ComponentRow>> =>
  new Map(components.map((handler) => [handler.verb, { handler, row: rowOf(table, handler.verb) }]));

/**
 * The commands in the menu of a message by their English names, with their rows.
 * @throws TypeError if one has no row
 */
export const authorizeMenus = (
  menus: readonly MessageMenu[],
  table: NonNullable<AuthorizationTable['menus']>,
): ReadonlyMap<string, Authorized<MessageMenu, Rule<ReadMessage, null>>> =>
  new Map(menus.map((handler) => [english.menus[handler.key], { handler, row: rowOf(table, handler.key) }]));

/** Any component of the registry. Only the router runs it, with the subject that its row grants. */
export type AnyComponent = Omit<ComponentBehaviour, 'run'> & {
  readonly run: (press: RawPress, context: CommandContext, subject: never) => ReturnType<ComponentBehaviour['run']>;
};

/** Everybody who can see the bot, in direct messages as well. */
export const everyone: Rule<unknown, null> = { who: 'everyone', grant: async () => null };

function rowOf<Row>(table: Readonly<Record<string, Row>>, name: string): Row {
  const row = Object.hasOwn(table, name) ? table[name] : undefined;
  if (row === undefined) throw missingRow(name);
  return row;
}

const missingRow = (what: string): TypeError =>
  new TypeError(`The table in src/discord/authorization/table.ts does not say who may use ${what}. Add a row.`);
