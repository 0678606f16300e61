import type { Clock, Instant, Logger } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { dayMs, minuteMs } from '../time.ts';
import { parseTopic } from '../topics/language/parse.ts';
import { type Preset, presets } from '../topics/presets.ts';

/** Papers a day by the name of the preset. Unmeasured ones are missing. */
export type Volumes = ReadonlyMap<string, number>;

export interface PresetVolumesTools {
  readonly store: Pick<Store, 'forecast'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Stops measuring. */
  readonly signal: AbortSignal;
}

const windowDays = 30;
const keptForMs = dayMs;
/** The wait after an unfinished round: nothing is stored yet, or the store failed. */
const retryAfterMs = minuteMs;

/**
 * Returns the volumes as far as they are known, without waiting. A call starts a round of measuring in the background,
 * at most one a day. It measures one preset at a time, so that other queries wait for one forecast at most.
 */
export function createPresetVolumes(tools: PresetVolumesTools): () => Volumes {
  const volumes = new Map<string, number>();
  let nextRoundAt: Instant = Number.NEGATIVE_INFINITY;
  let isMeasuring = false;

  async function measure(): Promise<void> {
    isMeasuring = true;
    const isDone = await measureAll(volumes, tools);
    nextRoundAt = tools.clock() + (isDone ? keptForMs : retryAfterMs);
    isMeasuring = false;
  }

  return () => {
    if (!isMeasuring && !tools.signal.aborted && tools.clock() >= nextRoundAt) void measure();
    return volumes;
  };
}

/** Measures all presets. False if it could not. Never rejects, because presets are also suggested without volumes. */
async function measureAll(volumes: Map<string, number>, tools: PresetVolumesTools): Promise<boolean> {
  const { clock, log, signal } = tools;
  const startedAt = clock();
  try {
    for (const preset of presets) {
      if (signal.aborted) return false;
      const papersPerDay = await volumeOf(preset, tools);
      if (papersPerDay === null) return false;
      volumes.set(preset.name, papersPerDay);
    }
  } catch (error) {
    // The store may have been closed meanwhile.
    if (!signal.aborted)
      log.warn({ event: 'presets.unmeasured', err: error }, 'the volumes of presets could not be measured');
    return false;
  }
  log.debug({ event: 'presets.measured', presets: presets.length, ms: clock() - startedAt }, 'presets measured');
  return true;
}

/** Null if no stored day can tell, or if the search index lacks some of the papers. */
async function volumeOf({ topic }: Preset, { store, clock }: PresetVolumesTools): Promise<number | null> {
  const parsed = parseTopic(topic);
  if (!parsed.ok) throw new Error(`the preset "${topic}" cannot be read: ${parsed.error.message}`);
  const { daysCovered, papersPerDay, indexing } = await store.forecast(parsed.topic, {
    now: clock(),
    days: windowDays,
    examples: 0,
  });
  return daysCovered === 0 || indexing !== undefined ? null : papersPerDay;
}
