import type { Form } from './form.ts';
import type { Snowflake } from './snowflake.ts';
import type { Guild, Pings } from './world-shapes.ts';

/** The pings that `allowed_mentions` allows. */
export interface PingRule {
  readonly everyone: boolean;
  /** True: everyone mentioned; a list: only these. */
  readonly users: true | readonly Snowflake[];
  readonly roles: true | readonly Snowflake[];
}

/** Without `allowed_mentions` a message pings everyone whom its text mentions. */
export const PING_EVERYBODY: PingRule = { everyone: true, users: true, roles: true };

/** Reads `allowed_mentions`. A kind cannot be both parsed and listed. */
export function readAllowedMentions(form: Form): PingRule {
  const mentions = form.form('allowed_mentions');
  const parse = mentions?.list('parse', { max: 3 }) ?? [];
  const lists = {
    users: (mentions?.list('users', { max: 100 }) ?? []) as readonly Snowflake[],
    roles: (mentions?.list('roles', { max: 100 }) ?? []) as readonly Snowflake[],
  };
  for (const [kind, list] of Object.entries(lists)) {
    if (list.length === 0 || !parse.includes(kind)) continue;
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    mentions?.refuse(undefined, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
  }
  for (const each of parse) {
    if (['users', 'roles', 'everyone'].includes(String(each))) continue;
    mentions?.refuse('parse', 'BASE_TYPE_CHOICES', "Value must be one of ('users', 'roles', 'everyone').");
  }
  return {
    everyone: parse.includes('everyone'),
    users: parse.includes('users') || lists.users,
    roles: parse.includes('roles') || lists.roles,
  };
}

/** The users and roles that a text pings: it mentions them, and the rule and the author's permissions allow it. */
export function pingsOf(text: string, rule: PingRule, guild: Guild | undefined, mayPingEveryone: boolean): Pings {
  const users = [...text.matchAll(/<@!?(\d{1,20})>/g)].map((match) => match[1] ?? '');
  const roles = [...text.matchAll(/<@&(\d{1,20})>/g)].map((match) => match[1] ?? '');
  const roleMayBePinged = (id: Snowflake) => mayPingEveryone || guild?.roles.get(id)?.mentionable === true;
  return {
    everyone: rule.everyone && mayPingEveryone && /@(everyone|here)\b/.test(text),
    userIds: unique(users).filter((id) => rule.users === true || rule.users.includes(id)),
    roleIds: unique(roles).filter((id) => (rule.roles === true || rule.roles.includes(id)) && roleMayBePinged(id)),
  };
}

function unique(ids: readonly Snowflake[]): readonly Snowflake[] {
  return [...new Set(ids)];
}
