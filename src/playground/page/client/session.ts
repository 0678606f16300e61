import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ActionAnswer, Inside, PageMessage, PageWorld, TimeStep, Trouble } from '../page-types.ts';

/** What a visitor does. The server takes it to the bot as an interaction of the person whom they play. */
export type Deed =
  | { readonly kind: 'run'; readonly command: string; readonly values: CommandValues }
  | {
      readonly kind: 'complete';
      readonly command: string;
      readonly values: CommandValues;
      readonly option: string;
      readonly typed: string;
    }
  | { readonly kind: 'use'; readonly command: string; readonly message: string }
  | { readonly kind: 'press'; readonly message: string; readonly button: string }
  | { readonly kind: 'choose'; readonly message: string; readonly menu: string; readonly picks: readonly string[] }
  | { readonly kind: 'submit'; readonly form: string; readonly fields: FieldValues }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'pass'; readonly step: TimeStep }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly isOn: boolean };

export type CommandValues = Readonly<Record<string, string | number | boolean>>;
export type FieldValues = Readonly<Record<string, string | readonly string[]>>;

/** What all parts of the page know: what the person sees, and how to do something. */
export interface Session {
  readonly world: PageWorld;
  readonly messages: readonly PageMessage[];
  readonly inside: Inside | null;
  /** The time in this Discord. */
  readonly now: () => number;
  /** Does it, and shows a refusal or a form. */
  readonly act: (deed: Deed) => Promise<ActionAnswer>;
  readonly open: (channel: string) => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('There is no session around this part of the page.');
  return session;
}

/** Where a visitor is: the person whom they play, and the open channel. */
export interface Place {
  readonly person: string;
  readonly channel: string;
}

/** Sends what a visitor does. */
export async function send(deed: Deed, place: Place): Promise<ActionAnswer> {
  try {
    const answer = await fetch('/act', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...place, ...deed }),
    });
    if (answer.ok) return (await answer.json()) as ActionAnswer;
    return { refusal: await answer.text() };
  } catch {
    return { refusal: 'The demo has ended. Start it again in the terminal: npm run demo' };
  }
}

/** What the server tells of a place. */
export interface ViewListener {
  readonly world: (world: PageWorld) => void;
  readonly messages: (messages: readonly PageMessage[]) => void;
  readonly inside: (inside: Inside) => void;
  readonly connected: (isConnected: boolean) => void;
}

/** Listens to what a person sees in a channel. Returns what ends it. */
export function listen(place: Partial<Place>, listener: ViewListener): () => void {
  const stream = new EventSource(`/view?${new URLSearchParams(place)}`);
  const on = <Data>(name: string, tell: (data: Data) => void) => {
    stream.addEventListener(name, (event) => tell(JSON.parse((event as MessageEvent<string>).data) as Data));
  };
  on('world', listener.world);
  on('messages', listener.messages);
  on('inside', listener.inside);
  stream.addEventListener('open', () => listener.connected(true));
  stream.addEventListener('error', () => listener.connected(false));
  return () => stream.close();
}
