import { describe, expect, it } from 'vitest';
import { cleanTexText, splitCreators } from '../../src/papers/text.ts';
import { hasSharedData, skipped } from '../sources/shared-data.ts';
import { type RealText, readRealTexts } from './real-texts.ts';
import { findGarbling, findResidue, type Residue, safeOriginals } from './tex/tex-residue.ts';

const { texts, creators } = hasSharedData ? readRealTexts() : { texts: [], creators: [] };
const cleaned = texts.map((text) => ({ ...text, out: cleanTexText(text.text) }));
const withTex = cleaned.filter(({ text }) => /[\\$]/.test(text));
const groups = (['title', 'abstract'] as const).flatMap((field) =>
  (['computer science', 'other sciences'] as const).map((area) => ({ field, area })),
);

const report = (line: string): boolean => process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

type Cleaned = RealText & { readonly out: string };

function measure(group: readonly Cleaned[]) {
  const kinds = new Map<Residue, string[]>();
  for (const { text, out } of group) {
    const kind = findResidue(text, out);
    if (kind !== null) kinds.set(kind, [...(kinds.get(kind) ?? []), out]);
  }
  const left = [...kinds].flatMap(([kind, outs]) => (safeOriginals.has(kind) ? [] : outs)).length;
  const clean = group.length - [...kinds.values()].flat().length;
  return { kinds, clean, good: group.length - left };
}

/** The piece of a text with the residue. */
const excerpt = (text: string): string => {
  const at = text.search(/\\|[_^]\{|\$/);
  return text.slice(Math.max(0, at - 20), at + 60);
};

describe.skipIf(!hasSharedData)(`TeX in real texts ${skipped}`, () => {
  it.each(groups)(
    'is removed or safely left in 98 % of the texts with TeX, for each $field of $area',
    ({ field, area }) => {
      const group = withTex.filter((text) => text.field === field && text.area === area);
      const { kinds, clean, good } = measure(group);
      report(
        `\n${field}s of ${area}: ${group.length} with TeX; ${clean} (${percent(clean, group.length)}) have none left,`,
      );
      report(`${good} (${percent(good, group.length)}) have none left or the safe original`);
      const asMacros = kinds.get('a macro of the paper’s own')?.length ?? 0;
      report(
        `(${percent(good - asMacros, group.length)} where a macro that only the paper defines counts as TeX left)`,
      );
      for (const [kind, outs] of [...kinds].toSorted(([, a], [, b]) => b.length - a.length)) {
        report(`  ${String(outs.length).padStart(4)}  ${kind}${safeOriginals.has(kind) ? ' (safe)' : ''}`);
        for (const out of outs.slice(0, 3)) report(`          … ${excerpt(out)}`);
      }
      expect(group.length).toBeGreaterThan(100);
      expect(good / group.length).toBeGreaterThanOrEqual(0.98);
      expect(clean / group.length).toBeGreaterThanOrEqual(field === 'title' ? 0.98 : 0.89);
    },
  );

  it('garbles nothing', () => {
    const garbled = withTex.flatMap(({ text, out }) => {
      const fault = findGarbling(text, out);
      return fault === null ? [] : [`${fault} | ${text}`];
    });
    report(`garbled: ${garbled.length} of ${withTex.length}`);
    expect(garbled).toEqual([]);
  });

  it('is not found in texts without it, which only change in dashes, ties and quotes', () => {
    const plain = cleaned.filter(({ text }) => !/[\\$~`{}]|--|''/.test(text));
    expect(plain.length).toBeGreaterThan(80_000);
    const changed = plain.filter(({ out }) => /[\\$]/.test(out));
    expect(changed).toEqual([]);
  });

  it('gives the same a second time, so that a stored text can be cleaned again', () => {
    const changed = cleaned.filter(({ out }) => cleanTexText(out) !== out);
    expect(changed).toEqual([]);
  });
});

describe.skipIf(!hasSharedData)(`the names of real authors ${skipped}`, () => {
  it('have their accents, and neither TeX nor affiliations left', () => {
    const typed = creators.filter((text) => /[\\${}]/.test(text));
    const names = typed.flatMap(splitCreators);
    const residue = names.filter((name) => /[\\${}()]/.test(name));
    report(
      `TeX left in ${residue.length} of ${names.length} names in ${typed.length} lists with TeX: ${residue.join(' | ')}`,
    );
    expect(typed.length).toBeGreaterThan(100);
    expect(residue).toEqual([]);
  });

  it('keep every letter where they are already clean', () => {
    const clean = creators.filter((name) => /^(?:[\p{L}\p{M} .]|-(?!-))+$/u.test(name));
    expect(clean.length).toBeGreaterThan(100_000);
    expect(clean.filter((name) => cleanTexText(name) !== name.normalize('NFC').replace(/\s+/g, ' ').trim())).toEqual(
      [],
    );
  });
});
