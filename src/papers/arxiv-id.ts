import { hadArchive } from './categories.ts';
import type { PaperId } from './paper.ts';

/** An arXiv id as people write it, in its parts. `version` is null where none was named. */
export interface ArxivId {
  readonly id: PaperId;
  readonly version: number | null;
}

/** Texts that may come before an id: a prefix, the address of a page about the paper, or arXiv's DOI. */
const places = [
  /^oai:arxiv\.org:/i,
  /^arxiv:\s*/i,
  /^(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|format)\//i,
  /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/papers\//i,
  /^(?:https?:\/\/)?(?:www\.)?alphaxiv\.org\/(?:[a-z]{2}\/)?(?:abs|pdf|html|overview|audio)\//i,
  /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)?10\.48550\/arxiv\./i,
];

const currentStyle = /^(\d{4})\.(\d{4,5})(?:v([1-9]\d{0,3}))?$/i;
const oldStyle = /^([a-z-]+)(?:\.[a-z-]{2,9})?\/(\d{4})(\d{3})(?:v([1-9]\d{0,3}))?$/i;

/**
 * Reads an arXiv id, bare (`2406.01234v2`, `math.CA/0611800`), with a prefix (`arXiv:…`, `oai:arXiv.org:…`), as the
 * address of its page or PDF (also Hugging Face's and alphaXiv's), or as arXiv's DOI. Null where arXiv cannot have given such an id.
 */
export function parseArxivId(text: string): ArxivId | null {
  const bare = withoutPlace(text.trim());
  return readCurrentStyle(bare) ?? readOldStyle(bare);
}

/** The address of the paper's page, which shows the newest version. */
export const arxivUrl = (id: PaperId): string => `https://arxiv.org/abs/${id}`;

function withoutPlace(text: string): string {
  const place = places.find((pattern) => pattern.test(text));
  if (place === undefined) return text;
  return text
    .replace(place, '')
    .replace(/[?#].*$/s, '')
    .replace(/\s+\[.*$/s, '') // the stamp on the first page: `arXiv:0706.0001v1 [q-bio.CB] 1 Jun 2007`
    .replace(/\/$/, '')
    .replace(/\.pdf$/i, '');
}

/** `YYMM.NNNN` from April 2007 to December 2014, `YYMM.NNNNN` since. */
function readCurrentStyle(text: string): ArxivId | null {
  const [, month, number, version] = currentStyle.exec(text) ?? [];
  if (month === undefined || number === undefined || !isMonth(month)) return null;
  const digits = month >= '1501' ? 5 : 4;
  if (month < '0704' || number.length !== digits || Number(number) === 0) return null;
  return { id: `${month}.${number}`, version: readVersion(version) };
}

/** `archive/YYMMNNN` from 1991 to March 2007. Some people write a subject class after the archive; it is dropped. */
function readOldStyle(text: string): ArxivId | null {
  const [, archiveText, month, number, version] = oldStyle.exec(text) ?? [];
  if (archiveText === undefined || month === undefined || number === undefined) return null;
  const archive = archiveText.toLowerCase();
  const isOfItsTime = month >= '9107' || month <= '0703';
  if (!hadArchive(archive) || !isMonth(month) || !isOfItsTime || Number(number) === 0) return null;
  return { id: `${archive}/${month}${number}`, version: readVersion(version) };
}

function isMonth(yearAndMonth: string): boolean {
  const month = Number(yearAndMonth.slice(2));
  return month >= 1 && month <= 12;
}

const readVersion = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
