import type { ListedCommand } from './command.ts';

/** The commands of the CLI, in the order of the help. A command's file, and all that it needs, is loaded if it runs. */
export const cliCommands: readonly ListedCommand[] = [
  {
    name: 'setup',
    summary: 'asks for the token, checks it, writes .env, and prints the link that invites the bot',
    load: async () => (await import('./setup.ts')).setupCommand,
  },
  {
    name: 'start',
    summary: 'runs the bot',
    load: async () => (await import('./start.ts')).startCommand,
  },
  {
    name: 'demo',
    summary: 'plays a whole day on this machine, without a token, and opens a page to try it',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  {
    name: 'doctor',
    summary: 'checks the installation, and says what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  {
    name: 'pull',
    summary: 'pulls the sources’ listings into the database, once',
    load: async () => (await import('./pull.ts')).pullCommand,
  },
  {
    name: 'preview',
    summary: 'shows which stored papers a topic matches, and the messages that would be sent',
    load: async () => (await import('./preview.ts')).previewCommand,
  },
  {
    name: 'backup',
    summary: 'copies the database into a new file; the bot may be running',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: 'replaces the database with a backup; the bot must be stopped',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
  {
    name: 'move',
    summary: 'copies everything into another database, such as one of PostgreSQL; the bot must be stopped',
    load: async () => (await import('./move.ts')).moveCommand,
  },
  {
    name: 'version',
    summary: 'prints the versions of Paperboy and of Node',
    load: async () => (await import('./version.ts')).versionCommand,
  },
];
