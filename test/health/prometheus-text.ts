/** The metrics of a page in Prometheus's text format. */
export interface ReadMetrics {
  /** The type of each metric, by its name: `counter`. */
  readonly types: ReadonlyMap<string, string>;
  /** The value of each sample, by its name and labels as they stand there: `up{job="x"}`. */
  readonly samples: ReadonlyMap<string, number>;
}

const samplePattern = /^([a-zA-Z_:][\w:]*(?:\{[^}]*\})?) (\S+)$/;

/** Reads the text format, as far as the bot writes it. @throws Error at a line that is none of its kinds */
export function readMetrics(text: string): ReadMetrics {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const types = new Map<string, string>();
  const samples = new Map<string, number>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, type, name = '', kind = ''] = /^# (TYPE|HELP) (\S+) (.+)$/.exec(line) ?? [];
    if (type === 'TYPE') types.set(name, kind);
    if (type !== undefined) continue;
    const [, sample, value] = samplePattern.exec(line) ?? [];
    if (sample === undefined) throw new Error(`this is not a sample: ${line}`);
    if (samples.has(sample)) throw new Error(`this sample comes twice: ${line}`);
    samples.set(sample, value === 'Nan' ? Number.NaN : Number(value));
  }
  return { types, samples };
}

/** The names that a query can ask for: a histogram is asked for by those of its samples. */
export const queryNames = ({ types }: ReadMetrics): readonly string[] =>
  [...types].flatMap(([name, type]) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((suffix) => name + suffix) : [name],
  );
