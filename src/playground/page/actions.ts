import { z } from 'zod';
import type { Channel } from '../discord/world-shapes.ts';
import type { Person } from '../person.ts';
import { ClientRefusal } from '../person-options.ts';
import { Reply } from '../reply.ts';
import { viewForm } from './component-view.ts';
import { placeOf } from './message-page.ts';
import { type ActionAnswer, steps, troubles } from './page-types.ts';
import type { Stage } from './stage.ts';

const id = z.string().regex(/^\d{1,20}$/);
const text = z.string().max(8_000);
const values = z.record(z.string().max(100), z.union([text, z.number(), z.boolean()]));
const who = { person: id, channel: id };

const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), ...who, command: text, values }),
  z.object({ kind: z.literal('complete'), ...who, command: text, values, option: text, typed: text }),
  z.object({ kind: z.literal('use'), ...who, command: text, message: id }),
  z.object({ kind: z.literal('press'), ...who, message: id, button: text }),
  z.object({ kind: z.literal('choose'), ...who, message: id, menu: text, picks: z.array(text).max(25) }),
  z.object({
    kind: z.literal('submit'),
    ...who,
    form: text,
    fields: z.record(text, z.union([text, z.array(text).max(25)])),
  }),
  z.object({ kind: z.literal('say'), ...who, text }),
  z.object({ kind: z.literal('pass'), step: z.enum(steps) }),
  z.object({ kind: z.literal('trouble'), trouble: z.enum(troubles), isOn: z.boolean(), channel: id }),
]);
type Action = z.output<typeof action>;
type PersonAction = Extract<Action, { readonly person: string }>;

/** How many open forms are remembered. Older ones were closed. */
const keptForms = 50;

/** Does what a visitor of the page does, as the person whom they play. */
export interface Actions {
  /** Null if the request is none that the page sends. */
  perform(request: unknown): Promise<ActionAnswer | null>;
}

export function createActions(stage: Stage): Actions {
  const forms = new Map<string, Reply>();
  return {
    async perform(request) {
      const parsed = action.safeParse(request);
      if (!parsed.success) return null;
      try {
        return await perform(parsed.data, stage, forms);
      } catch (error) {
        if (error instanceof ClientRefusal) return { refusal: error.message };
        throw error;
      }
    },
  };
}

async function perform(action: Action, stage: Stage, forms: Map<string, Reply>): Promise<ActionAnswer> {
  if (action.kind === 'pass') {
    await stage.pass(action.step);
    return {};
  }
  if (action.kind === 'trouble') {
    await stage.setTrouble(action.trouble, action.isOn, action.channel);
    return {};
  }
  const person = stage.actors.find((actor) => actor.person.id === action.person)?.person;
  const channel = stage.discord.world.channels.get(action.channel);
  if (person === undefined || channel === undefined) throw new ClientRefusal('This channel is gone.');
  const answer = await act(action, person, channel, forms);
  return answer instanceof Reply ? showReply(answer, channel, stage, forms) : (answer ?? {});
}

async function act(
  action: PersonAction,
  person: Person,
  channel: Channel,
  forms: ReadonlyMap<string, Reply>,
): Promise<Reply | ActionAnswer | undefined> {
  const place = { in: channel };
  switch (action.kind) {
    case 'run':
      return person.run(action.command, action.values, place);
    case 'complete':
      return { choices: await person.complete(action.command, action.option, action.typed, action.values, place) };
    case 'use':
      return person.use(action.command, messageOf(person, channel, action.message), place);
    case 'press':
      return person.press(messageOf(person, channel, action.message), action.button);
    case 'choose':
      return person.choose(messageOf(person, channel, action.message), action.menu, action.picks);
    case 'submit': {
      const form = forms.get(action.form);
      if (form === undefined) throw new ClientRefusal('This form is closed.');
      return person.submit(form, action.fields);
    }
    case 'say':
      person.say(action.text, place);
      return undefined;
  }
}

function messageOf(person: Person, channel: Channel, messageId: string) {
  const message = person.read(channel).find((each) => each.id === messageId);
  if (message === undefined) throw new ClientRefusal('The message is gone.');
  return message;
}

/** A form is the only answer that is not a message of the channel. */
function showReply(reply: Reply, channel: Channel, { discord }: Stage, forms: Map<string, Reply>): ActionAnswer {
  if (reply.modal === undefined) return {};
  const { id: formId } = reply.interaction;
  forms.set(formId, reply);
  const [oldest] = forms.keys();
  if (forms.size > keptForms && oldest !== undefined) forms.delete(oldest);
  return { form: viewForm(formId, reply.modal, placeOf(channel, discord.world)) };
}
