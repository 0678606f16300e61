import { parseArgs } from 'node:util';
import { takePictures } from './pictures.ts';
import { openStudio } from './studio.ts';

/** Takes the pictures of README and docs from the demo's page: `npm run screenshots [-- --folder FOLDER] [--chromium PATH]`. */
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'docs/pictures' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
await using studio = await openStudio();
for await (const path of takePictures(studio, values)) process.stdout.write(`${path}\n`);
