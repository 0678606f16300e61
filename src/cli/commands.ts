import { backupCommand } from './backup.ts';
import type { CliCommand } from './command.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { previewCommand } from './preview.ts';
import { pullCommand } from './pull.ts';
import { restoreCommand } from './restore.ts';
import { setupCommand } from './setup.ts';
import { startCommand } from './start.ts';
import { versionCommand } from './version.ts';

/** The commands of the CLI, in the order of the help. */
export const cliCommands: readonly CliCommand[] = [
  setupCommand,
  startCommand,
  demoCommand,
  doctorCommand,
  pullCommand,
  previewCommand,
  backupCommand,
  restoreCommand,
  versionCommand,
];
