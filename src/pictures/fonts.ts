import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The fonts of a package, by the address of its code. */
const folderBeside = (address: string): string => join(dirname(fileURLToPath(address)), '..', 'fonts');

const latin = folderBeside(import.meta.resolve('@embedpdf/fonts-latin'));
const chinese = folderBeside(import.meta.resolve('@embedpdf/fonts-sc'));

/** Chinese characters, with those of Japan, kana, and full-width signs. */
const eastAsian = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** The files of the fonts that a text needs. Those of Chinese are large, so they are read only for such a text. */
export const fontFilesFor = (text: string): string[] => [
  join(latin, 'NotoSans-Regular.ttf'),
  join(latin, 'NotoSans-SemiBold.ttf'),
  ...(eastAsian.test(text) ? [join(chinese, 'NotoSansHans-Regular.otf')] : []),
];
