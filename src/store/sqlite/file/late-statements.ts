import type Connection from 'better-sqlite3';

/**
 * Lets SQLite compile each statement when it first runs. A store has some 250 statements, and most programs that open one
 * run a few of them.
 */
export function compileLate(connection: Connection.Database): void {
  const compile = connection.prepare.bind(connection);
  const prepare = (source: string) => new LateStatement(() => compile(source));
  connection.prepare = prepare as unknown as typeof connection.prepare;
}

/** A statement of the driver, with the methods that the store uses. */
class LateStatement implements Pick<Connection.Statement, 'run' | 'get' | 'all' | 'iterate'> {
  readonly #compile: () => Connection.Statement;
  #compiled: Connection.Statement | undefined;
  #shape: 'raw' | 'pluck' | undefined;

  constructor(compile: () => Connection.Statement) {
    this.#compile = compile;
  }

  get #statement(): Connection.Statement {
    if (this.#compiled !== undefined) return this.#compiled;
    const compiled = this.#compile();
    if (this.#shape !== undefined) compiled[this.#shape]();
    this.#compiled = compiled;
    return compiled;
  }

  run(...given: unknown[]) {
    return this.#statement.run(...given);
  }

  get(...given: unknown[]) {
    return this.#statement.get(...given);
  }

  all(...given: unknown[]) {
    return this.#statement.all(...given);
  }

  iterate(...given: unknown[]) {
    return this.#statement.iterate(...given);
  }

  raw() {
    return this.#shaped('raw');
  }

  pluck() {
    return this.#shaped('pluck');
  }

  #shaped(shape: 'raw' | 'pluck'): this {
    if (this.#shape !== shape) this.#compiled?.[shape]();
    this.#shape = shape;
    return this;
  }
}
