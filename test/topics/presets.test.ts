import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { matches } from '../../src/topics/matching/match.ts';
import { type PaperText, readPaper } from '../../src/topics/matching/paper-text.ts';
import { type Preset, type PresetField, presets } from '../../src/topics/presets.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { inventPaper } from './invented-paper.ts';

const topicOf = ({ topic }: Preset): Topic => {
  const parsed = parseTopic(topic);
  if (!parsed.ok) throw new Error(`${topic}: ${parsed.error.message}`);
  return parsed.topic;
};

describe('the presets', () => {
  test.each(presets.map((preset) => [preset.name, preset]))('%s is written as it is stored', (_name, preset) => {
    expect(topicOf(preset).canonical).toBe(preset.topic);
  });

  test('each fits into a suggestion, and its name leaves room for its volume', () => {
    for (const { name, topic } of presets) {
      expect(topic.length, name).toBeLessThanOrEqual(100);
      expect(name.length, name).toBeLessThanOrEqual(40);
    }
  });

  test('no two have the same name or topic', () => {
    expect(new Set(presets.map(({ name }) => name.toLowerCase())).size).toBe(presets.length);
    expect(new Set(presets.map(({ topic }) => topic)).size).toBe(presets.length);
  });

  test('every field has some, and no field has most of them', () => {
    const sizes = [...Map.groupBy(presets, ({ field }) => field).values()].map(({ length }) => length);
    expect(sizes).toHaveLength(10);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...sizes)).toBeLessThan(presets.length / 3);
  });
});

const shared = (path: string) => new URL(`../../../shared/data/${path}`, import.meta.url);
const dailyPapers = shared('arxiv_meta/cs_dev_2025-03-18_2026-02-28.jsonl.gz');
const allFields = [
  'arxiv_oai/listrecords_arXivRaw_2014-01-16.xml.gz',
  'arxiv_oai/listrecords_arXivRaw_47001.xml.gz',
].map(shared);
const isThere = [dailyPapers, ...allFields].every((url) => existsSync(url));
if (!isThere) process.stderr.write('Skipped: the captured papers of ../shared are not here.\n');

interface CapturedPaper {
  readonly text: PaperText;
  readonly archive: string;
  readonly day: string;
}

const readCaptured = (title: string, abstract: string, categories: readonly string[], day: string): CapturedPaper => ({
  text: readPaper(inventPaper({ title, abstract, categories })),
  archive: categories[0]?.split('.')[0] ?? '',
  day,
});

/** The papers of the last days that are captured in full; nearly all of them are computer science. */
function readDailyPapers(days: number): readonly CapturedPaper[] {
  const lines = gunzipSync(readFileSync(dailyPapers)).toString().trim().split('\n');
  const papers = lines.map(
    (line) =>
      JSON.parse(line) as { title: string; abstract: string; categories: readonly string[]; first_seen: string },
  );
  const byDay = Map.groupBy(papers, (paper) => paper.first_seen);
  const full = [...byDay].filter(([, listed]) => listed.length >= 100).sort(([one], [other]) => (one < other ? -1 : 1));
  return full
    .slice(-days)
    .flatMap(([day, listed]) =>
      listed.map(({ title, abstract, categories }) => readCaptured(title, abstract, categories, day)),
    );
}

/** A few days of 2008, from all fields. */
const readAllFields = (): readonly CapturedPaper[] =>
  allFields.flatMap((url) =>
    Array.from(
      gunzipSync(readFileSync(url))
        .toString()
        .matchAll(/<arXivRaw[\s\S]*?<\/arXivRaw>/g),
      ([record]) => {
        const textOf = (tag: string) =>
          new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(record)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';
        return readCaptured(textOf('title'), textOf('abstract'), textOf('categories').split(' '), 'all fields');
      },
    ),
  );

/** The archives to which papers of the field belong. Fields that hardly existed in 2008 are left out. */
const archivesOf: Readonly<Partial<Record<PresetField, RegExp>>> = {
  Mathematics: /^math|^nlin/,
  Physics: /^physics|^hep|^nucl|^gr-qc|^astro|^nlin/,
  'Quantum physics': /^quant-ph|^cond-mat/,
  Astrophysics: /^astro-ph|^gr-qc|^hep/,
  'Condensed matter': /^cond-mat|^quant-ph|^hep/,
};

describe.skipIf(!isThere)('on captured papers', () => {
  const days = 10;
  let daily: readonly CapturedPaper[] = [];
  let others: readonly CapturedPaper[] = [];
  beforeAll(() => {
    daily = readDailyPapers(days);
    others = readAllFields();
  });
  const matching = (preset: Preset, papers: readonly CapturedPaper[]) => {
    const topic = topicOf(preset);
    return papers.filter(({ text }) => matches(topic, text));
  };

  test('each preset matches a paper, and none matches most of a day', async ({ annotate }) => {
    const volumes = presets.map((preset) => ({
      preset,
      perDay: matching(preset, daily).length / days,
      inAllFields: matching(preset, others).length,
    }));
    const table = volumes.map(
      ({ preset, perDay, inAllFields }) =>
        `${perDay.toFixed(1).padStart(6)} a day ${String(inAllFields).padStart(4)} of ${others.length}  ${preset.name}`,
    );
    await annotate(`Volumes of the presets\n${table.join('\n')}`);
    for (const { preset, perDay, inAllFields } of volumes) {
      expect(perDay + inAllFields, preset.name).toBeGreaterThan(0);
      expect(perDay, preset.name).toBeLessThan(daily.length / days / 4);
    }
  });

  test('most papers that a preset matches are from its field', () => {
    for (const preset of presets) {
      const own = archivesOf[preset.field];
      const found = matching(preset, others);
      if (own === undefined || found.length < 3) continue;
      const share = found.filter(({ archive }) => own.test(archive)).length / found.length;
      expect(share, preset.name).toBeGreaterThan(0.6);
    }
  });
});
