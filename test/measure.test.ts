import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../.ci/measure/measure.mjs', import.meta.url));
const body = [
  'const a = 1;',
  'const b = 2;',
  'const c = 3;',
  'const d = 4;',
  'const e = 5;',
  'return a + b + c + d + e;',
];

/** The script's report on a checkout with the given files in `src`. */
function measure(files: Readonly<Record<string, string>>): Record<string, unknown> {
  const root = mkdtempSync(join(tmpdir(), 'measure-'));
  try {
    mkdirSync(join(root, 'src'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'src', name), text);
    return JSON.parse(execFileSync(process.execPath, [script, '--json', root], { encoding: 'utf8' })).src;
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('the measuring script counts circles, duplicates, docstrings and comments', () => {
  const measured = measure({
    'one.ts': `import type { Two } from './two.ts';\n/** One\n * thing. */\nexport function one(): Two {\n  ${body.join('\n  ')}\n}\n`,
    'two.ts': `import { one } from './one.ts';\n// Two lines\n// of comment.\nexport type Two = number;\nconst x = () => {\n${body.join('\n\n')}\n};\n`,
    'three.ts': "const a = '// no comment'; // A comment.\nconst b = /[/*]/;\nconst c = `/* none */`;\n",
  });
  expect(measured).toMatchObject({
    files: 3,
    functionLines: { count: 2, max: 13, maxAt: 'src/two.ts:5' },
    folder: { folders: 1, max: 3, maxAt: 'src' },
    circles: { values: [], withTypes: [['src/one.ts', 'src/two.ts']] },
    duplicates: { pairs: 1, lines: 12, longest: [{ lines: 6, places: ['src/one.ts:5', 'src/two.ts:6'] }] },
    exports: 2,
    documented: 50,
    comments: 3,
    commentLines: 5,
    commentWords: { sum: 8 },
  });
});
