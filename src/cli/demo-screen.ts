import { styleText } from 'node:util';
import type { MessageView } from '../playground/discord/message-view.ts';
import { showMessages, type ViewOptions } from '../playground/terminal-view.ts';
import type { CliIo } from './command.ts';

/** What the demo shows, step by step. Colours and links only on a terminal. */
export interface DemoScreen {
  title(text: string): void;
  step(text: string): void;
  note(text: string): void;
  /** Messages as a reader sees them in Discord. */
  messages(messages: readonly MessageView[], names: Pick<ViewOptions, 'users' | 'channels' | 'now'>): void;
  nextSteps(): void;
}

const widestColumns = 100;

export function createDemoScreen({ stdout, environment }: CliIo): DemoScreen {
  const color = stdout.isTTY === true && !environment['NO_COLOR'];
  const width = Math.min(stdout.columns ?? widestColumns, widestColumns);
  const style = (format: 'bold' | 'dim' | 'cyan', text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
  const print = (text: string) => void stdout.write(`${text}\n`);
  let steps = 0;
  return {
    title: (text) => print(`\n${style('bold', text)}`),
    step(text) {
      steps += 1;
      print(`\n${style('cyan', `${steps}.`)} ${style('bold', text)}`);
    },
    note: (text) => print(style('dim', `   ${text}`)),
    messages(messages, names) {
      const shown = showMessages(messages.map(toShown), { color, width: width - 3, ...names });
      print(`\n${shown.replaceAll(/^(?=.)/gm, '   ')}`.trimEnd());
    },
    nextSteps() {
      print(`\n${style('bold', 'What to do next')}`);
      print('   1. Make a bot at https://discord.com/developers/applications and copy its token.');
      print('   2. Write DISCORD_TOKEN=<the token> into a file named .env in this folder.');
      print('   3. npm start');
      print(style('dim', '   README.md has the same step by step, with the address that invites the bot.'));
    },
  };
}

const toShown = (message: MessageView) => ({
  content: message.content,
  embeds: message.embeds.map(({ author, footer, ...embed }) => ({
    ...embed,
    ...(author?.name === undefined ? {} : { author: { name: author.name } }),
    ...(footer?.text === undefined ? {} : { footer: { text: footer.text } }),
    thumbnail: null,
    image: null,
  })),
  components: message.components,
  flags: message.flags,
  timestamp: new Date(message.createdAt).toISOString(),
  author: { username: 'Paperboy', bot: true },
});
