/** Writes `.env.example`, or the file named as argument, from the settings that the code declares. */
import { writeFileSync } from 'node:fs';
import { settings } from '../src/config.ts';
import { allSettings } from '../src/settings.ts';

const heading = '# Copy this file to .env and change what you need. The environment wins over the file.';
const blocks = allSettings(settings).map(({ name, fallback, description }) =>
  [...description.map((line) => `# ${line}`), `${name}=${fallback}`].join('\n'),
);
writeFileSync(process.argv[2] ?? '.env.example', `${[heading, ...blocks].join('\n\n')}\n`);
