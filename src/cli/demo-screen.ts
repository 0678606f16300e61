import { styleText } from 'node:util';
import type { MessageView } from '../playground/discord/message-view.ts';
import { renderLine, span, wrapSpans } from '../playground/terminal-text.ts';
import { showMessages, type ViewOptions } from '../playground/terminal-view.ts';
import { type CliIo, terminalOf } from './command.ts';

/** The output of the demo, step by step. It has colours and links only on a terminal. */
export interface DemoScreen {
  title(text: string): void;
  step(text: string): void;
  note(text: string): void;
  /** Messages as a reader sees them in Discord. */
  messages(messages: readonly MessageView[], names: Pick<ViewOptions, 'users' | 'channels' | 'now'>): void;
  nextSteps(): void;
  /** The page stays open at this address. */
  page(url: string): void;
}

type Format = 'bold' | 'dim' | 'cyan' | 'plain';

/** Room for the number of a step. Everything else is to its right. */
const margin = '   ';

export function createDemoScreen(io: CliIo): DemoScreen {
  const { color, width } = terminalOf(io);
  const style = (format: Format, text: string) =>
    color && format !== 'plain' ? styleText(format, text, { validateStream: false }) : text;
  const print = (text: string) => void io.stdout.write(`${text}\n`);
  /** Wraps long texts with the same indent. */
  const printBeside = (mark: string, text: string, format: Format) => {
    for (const [index, line] of wrapSpans([span(text)], width - margin.length).entries()) {
      print(`${index === 0 ? mark : margin}${style(format, renderLine(line, false))}`);
    }
  };
  let steps = 0;
  return {
    title(text) {
      print('');
      printBeside('', text, 'bold');
    },
    step(text) {
      steps += 1;
      print('');
      printBeside(`${style('cyan', `${steps}.`)} `, text, 'bold');
    },
    note: (text) => printBeside(margin, text, 'dim'),
    messages(messages, names) {
      const shown = showMessages(messages.map(toShown), { color, width: width - margin.length, ...names });
      print(`\n${shown.replaceAll(/^(?=.)/gm, margin)}`.trimEnd());
    },
    page(url) {
      print(`\n${style('bold', 'The page stays open')}`);
      printBeside(margin, `${url} (only this machine can open it; Ctrl+C ends it)`, 'plain');
    },
    nextSteps() {
      print(`\n${style('bold', 'What to do next')}`);
      const todo = [
        'Make a bot at https://discord.com/developers/applications and copy its token.',
        'Run npm run paperboy -- setup, which checks the token and writes it into .env.',
        'npm start',
      ];
      for (const [index, text] of todo.entries()) printBeside(`${style('cyan', `${index + 1}.`)} `, text, 'plain');
      printBeside(margin, 'README.md explains each step.', 'dim');
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
