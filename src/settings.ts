import { z } from 'zod';

/** A setting of the host. It is declared beside the code that uses it, and read by `config.ts`. */
export interface Setting<Value = unknown> {
  /** The environment variable that sets it. */
  readonly name: string;
  /** The text that is used if the host sets nothing. */
  readonly fallback: string;
  /** Its purpose, in lines that `.env.example` shows. */
  readonly description: readonly string[];
  readonly schema: z.ZodType<Value, string>;
  /** Whether no log may show the text. */
  readonly isSecret?: true | ((text: string) => boolean);
}

/** Settings by the names that the code uses. Settings that belong together can be a group. */
export interface Settings {
  readonly [key: string]: Setting | Settings;
}

/** The values of settings, in the same shape. */
export type ValuesOf<Declared> = {
  readonly [Key in keyof Declared]: Declared[Key] extends Setting
    ? z.output<Declared[Key]['schema']>
    : ValuesOf<Declared[Key]>;
};

/** The settings of the host. A value is missing if there is a problem with it. */
export interface ReadSettings<Declared> {
  readonly values: ValuesOf<Declared>;
  /** The problems, a sentence each, without the text that was set. */
  readonly problems: readonly string[];
  /** The texts that no log may show. */
  readonly secrets: readonly string[];
}

/**
 * Reads settings.
 * @param textOf the text that the host set under a name, if any
 */
export function readSettings<const Declared extends Settings>(
  declared: Declared,
  textOf: (name: string) => string | undefined,
): ReadSettings<Declared> {
  const problems: string[] = [];
  const secrets: string[] = [];
  const read = ({ name, fallback, schema, isSecret }: Setting): unknown => {
    const text = textOf(name)?.trim() || fallback;
    if (text !== '' && (typeof isSecret === 'function' ? isSecret(text) : isSecret)) secrets.push(text);
    const result = schema.safeParse(text);
    if (!result.success) problems.push(`${name} ${result.error.issues[0]?.message ?? 'cannot be read'}`);
    return result.data;
  };
  const readAll = (group: Settings): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(group).map(([key, one]) => [key, isSetting(one) ? read(one) : readAll(one)]));
  return { values: readAll(declared) as ValuesOf<Declared>, problems, secrets };
}

/** Every setting, in order. */
export const allSettings = (declared: Settings): readonly Setting[] =>
  Object.values(declared).flatMap((one) => (isSetting(one) ? [one] : allSettings(one)));

const isSetting = (one: Setting | Settings): one is Setting => one['schema'] instanceof z.ZodType;

/** A web address. The slash at its end is removed. */
export const webAddress = z
  .string()
  .transform((text) => text.replace(/\/+$/, ''))
  .refine(isSafeUrl, 'must be a web address that begins with https:// (http:// only for this machine)');

/** Tokens and messages must not travel unencrypted, so http is for this machine only. */
function isSafeUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

/** A port of this machine; null if it is empty. */
export const portOrEmpty = z
  .string()
  .refine((text) => text === '' || isPort(text), 'must be a port from 1 to 65535, or empty')
  .transform((text) => (text === '' ? null : Number(text)));

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

/** An address of this machine, at which a server can be. */
export const ownAddress = z
  .string()
  .regex(/^[\w.:-]+$/, 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0');
