import { type ParseArgsConfig, parseArgs } from 'node:util';
import { takePictures } from './pictures.ts';
import { openStudio } from './studio.ts';

const usage = 'npm run screenshots [-- --folder FOLDER] [--chromium PATH]';
const options = {
  folder: { type: 'string', default: 'docs/pictures' },
  chromium: { type: 'string', default: '/usr/bin/chromium' },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/** Takes the pictures of README and docs from the demo's page. */
async function run(): Promise<void> {
  const values = readOptions();
  if (values === null || values.help) {
    process.stdout.write(`Takes the pictures of README and docs from the demo's page: ${usage}\n`);
    process.exitCode = values === null ? 2 : 0;
    return;
  }
  await using studio = await openStudio();
  for await (const path of takePictures(studio, values)) process.stdout.write(`${path}\n`);
}

/** The options, or null if one of them is unknown or lacks its value. */
function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

await run();
