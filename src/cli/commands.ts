import { backupCommand } from './backup.ts';
import type { CliCommand } from './command.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { previewCommand } from './preview.ts';
import { pullCommand } from './pull.ts';
import { restoreCommand } from './restore.ts';
import { startCommand } from './start.ts';

/** The commands of the CLI, in the order of the help. */
export const cliCommands: readonly CliCommand[] = [
  startCommand,
  demoCommand,
  doctorCommand,
  pullCommand,
  previewCommand,
  backupCommand,
  restoreCommand,
];
