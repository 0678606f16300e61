/** Topics by number, each with its papers: those of `topics[n]` are `papers` from `starts[n]` to `starts[n + 1]`. */
export interface Findings {
  readonly topics: Int32Array;
  readonly starts: Int32Array;
  readonly papers: Uint16Array;
  /** How many topics there are. */
  readonly count: number;
}

/** Collects findings, one topic after another. A topic without papers is none. */
export interface FindingsWriter {
  /** Adds a paper to the topic that is being written. */
  add(paper: number): void;
  /** Adds the papers of an array from there to there. */
  addAll(papers: Uint16Array, from: number, to: number): void;
  /** Adds the papers whose bits are set, 32 papers a number. */
  addBits(bits: Int32Array): void;
  /** Says which topic it was. */
  close(topic: number): void;
  readonly findings: Findings;
}

export function createFindingsWriter(): FindingsWriter {
  let topics = new Int32Array(1 << 10);
  let starts = new Int32Array(1 << 10);
  let papers = new Uint16Array(1 << 12);
  let count = 0;
  let length = 0;

  const fitPapers = (wanted: number) => {
    if (wanted <= papers.length) return;
    const longer = new Uint16Array(wanted * 2);
    longer.set(papers);
    papers = longer;
  };
  const fitTopics = () => {
    if (count + 1 < starts.length) return;
    const [longerTopics, longerStarts] = [new Int32Array(count * 2), new Int32Array(count * 2)];
    longerTopics.set(topics);
    longerStarts.set(starts);
    topics = longerTopics;
    starts = longerStarts;
  };
  return {
    add(paper) {
      fitPapers(length + 1);
      papers[length++] = paper;
    },
    addAll(from, start, end) {
      fitPapers(length + end - start);
      for (let at = start; at < end; at++) papers[length++] = from[at] ?? 0;
    },
    addBits(bits) {
      fitPapers(length + bits.length * 32);
      for (let word = 0; word < bits.length; word++) {
        for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
          papers[length++] = (word << 5) | (31 - Math.clz32(left & -left));
        }
      }
    },
    close(topic) {
      if (length === starts[count]) return;
      fitTopics();
      topics[count++] = topic;
      starts[count] = length;
    },
    get findings() {
      return { topics, starts, papers, count };
    },
  };
}
