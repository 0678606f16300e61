import type { Config } from '../config.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import { type LocalDate, utcDate } from '../time.ts';
import type { Pace } from './demo-bot.ts';

/** The sources of the demo's papers. */
export interface DemoSources extends AsyncDisposable {
  readonly config: Config;
  /** A sentence for people: which papers these are. */
  readonly papers: string;
  /** Which sources still show the day before. */
  readonly earlier: SourceId | 'all';
  /** One or more topics that match papers of these sources. */
  readonly topics: readonly [string, ...string[]];
  readonly pace: Pace;
  /** The last day that they have papers of; null if they have papers of every day. */
  readonly lastDay: LocalDate | null;
  /** Sets the day at bundled sources. */
  setDay(day: Instant): void;
  /** Makes bundled sources refuse everything. */
  setDown(isDown: boolean): void;
}

/** How long to wait for the network. */
const probeMs = 3_000;
/** Two requests to arXiv, which wants three seconds between them. */
const liveCategories = ['cs.CL', 'cs.RO', 'astro-ph.EP'];
/** The sources that the bundled sample covers too. */
const demoSources = ['arxiv', 'huggingface'];

/** Whether Hugging Face answers quickly and has papers today. */
export async function hasNetwork({ huggingfaceUrl }: Config, now: Instant): Promise<boolean> {
  try {
    const url = `${huggingfaceUrl}/api/daily_papers?date=${utcDate(now)}&limit=1`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(probeMs) });
    const papers: unknown = answer.ok ? await answer.json() : null;
    return Array.isArray(papers) && papers.length > 0;
  } catch {
    return false;
  }
}

/** The real papers of today. */
export function liveSources(config: Config, now: Instant): DemoSources {
  return {
    config: { ...config, arxivCategories: liveCategories, sources: demoSources },
    papers: 'These are today’s real papers.',
    earlier: 'huggingface',
    topics: ['"language model"', 'robot', 'cat:astro-ph.EP'],
    pace: {},
    lastDay: utcDate(now),
    setDay() {},
    setDown() {},
    async [Symbol.asyncDispose]() {},
  };
}

/** The bundled papers, which are invented. Their two days take turns from `now` on. */
export async function sampleSources(config: Config, now: Instant): Promise<DemoSources> {
  const { startSampleSources } = await import('../playground/sample-sources.ts');
  const sample = await startSampleSources({ today: utcDate(now), isRepeated: true });
  const { url } = sample;
  return {
    config: {
      ...config,
      huggingfaceUrl: url,
      arxivFeedUrl: url,
      arxivApiUrl: url,
      arxivOaiUrl: url,
      openAlexUrl: url,
      semanticScholarUrl: url,
      sources: demoSources,
    },
    papers: 'The papers are invented, a bundled sample of two days that take turns.',
    earlier: 'all',
    topics: ['"language model"', 'diffusion -survey', 'cat:quant-ph'],
    pace: { arxivSpacingMs: 0, huggingfaceSpacingMs: 0, arxivRetryPausesMs: [] },
    lastDay: null,
    setDay: (instant) => sample.setDay(utcDate(instant)),
    setDown: (isDown) => sample.setDown(isDown),
    [Symbol.asyncDispose]: () => sample[Symbol.asyncDispose](),
  };
}
