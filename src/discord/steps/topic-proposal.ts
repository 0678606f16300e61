import type { PaperFile, SkippedEntry } from '../../citations/reading/paper-file.ts';
import type { Say } from '../../language/say.ts';
import { parseAuthorId } from '../../papers/author-id.ts';
import type { GivenPaper } from '../../papers/given-paper.ts';
import type { AuthorOutcome } from '../../use-cases/read-author.ts';
import type { FileOutcome } from '../../use-cases/read-paper-file.ts';
import { UserError, type Wording } from '../errors.ts';
import type { AttachedFile, CommandContext } from '../interactions/context.ts';
import { escapeToFit, plainLine } from '../rendering/escape.ts';
import type { Message } from '../rendering/message.ts';
import { previewSubscription } from './subscription-preview.ts';

/** What somebody reads: a file of papers, or the id of an author. */
export type Reading = { readonly file: AttachedFile } | { readonly author: string };

/** Papers that were given, with the lines that say where they are from. */
interface Given {
  readonly papers: readonly GivenPaper[];
  readonly introduction: readonly string[];
  readonly author: string | null;
}

/**
 * The preview of a topic that is proposed from what somebody reads.
 * @throws UserError if there are no papers, or if they have nothing in common
 */
export async function previewProposal(reading: Reading, channelId: string, context: CommandContext): Promise<Message> {
  const given = 'file' in reading ? await readFile(reading.file, context) : await readAuthor(reading.author, context);
  const { topic, papers } = await context.services.proposeTopic(given.papers);
  if (topic === null)
    throw refusal('nothing-in-common', (say) => say('proposal.nothingInCommon', { n: papers.length }));
  const { introduction, author } = given;
  return await previewSubscription(
    { text: topic, channelId, replaces: null, given: { papers, author }, introduction },
    context,
  );
}

const refusal = (code: string, wording: Wording): UserError => new UserError(code, wording);

async function readFile(file: AttachedFile, { services, say }: CommandContext): Promise<Given> {
  const outcome = await services.readPaperFile(file);
  if (outcome.kind !== 'papers') throw fileRefused(outcome);
  const { papers, further, format, skipped } = outcome;
  const shownFormat = formatNames[format];
  if (papers.length === 0) {
    throw refusal('file-no-papers', (words) =>
      words('proposal.fileNoPapers', { format: shownFormat, skipped: skippedLine(skipped, words) ?? '' }).trim(),
    );
  }
  const lines = [
    say('proposal.fromFile', { n: papers.length, format: shownFormat }),
    skippedLine(skipped, say),
    further === 0 ? null : say('proposal.further', { n: papers.length + skipped.length, more: further }),
  ];
  return { papers, introduction: lines.filter((line) => line !== null), author: null };
}

const formatNames: Readonly<Record<PaperFile['format'], string>> = {
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
};

const fileRefusals = {
  'too-large': 'fileTooLarge',
  gone: 'fileGone',
  unreachable: 'fileUnreachable',
  'too-hard': 'fileTooHard',
  busy: 'fileBusy',
  empty: 'fileEmpty',
  binary: 'fileNoText',
  'unknown-format': 'fileUnknown',
  damaged: 'fileDamaged',
} as const;

const fileRefused = ({ why }: Exclude<FileOutcome, PaperFile>): UserError =>
  refusal(`file-${why}`, (say) => say(`proposal.${fileRefusals[why]}`));

/** How many entries that were left out are named. */
const namedAtMost = 5;

/** Null if no entry was left out. */
function skippedLine(skipped: readonly SkippedEntry[], say: Say): string | null {
  if (skipped.length === 0) return null;
  const named = skipped.slice(0, namedAtMost).map(({ name, reason }) =>
    say('proposal.skippedEntry', {
      entry: escapeToFit(plainLine(name), 40),
      reason: reason === 'too-long' ? 'long' : reason === 'damaged' ? 'damaged' : 'other',
    }),
  );
  const more = skipped.length - named.length;
  const entries = say.list(more === 0 ? named : [...named, say('proposal.skippedMore', { n: more })]);
  return say('proposal.skipped', { n: skipped.length, entries });
}

async function readAuthor(typed: string, { services, say }: CommandContext): Promise<Given> {
  const id = parseAuthorId(typed);
  if (id === null) {
    const shown = escapeToFit(plainLine(typed), 100);
    throw refusal('bad-author', (words) => words('proposal.badAuthor', { typed: shown }));
  }
  const outcome = await services.readAuthor(id);
  if (outcome.kind !== 'found') throw authorRefused(outcome);
  const { papers, name, service } = outcome;
  if (papers.length === 0) throw refusal('author-no-papers', (words) => words('proposal.authorNoPapers', { service }));
  const author = name === '' ? id.id : escapeToFit(plainLine(name), 100);
  const introduction = [say('proposal.fromAuthor', { n: papers.length, author, service })];
  return { papers, introduction, author: name === '' ? null : name };
}

const authorRefusals = {
  unknown: 'authorUnknown',
  busy: 'authorBusy',
  closed: 'authorClosed',
  unreachable: 'authorUnreachable',
} as const;

const authorRefused = ({ kind, service }: Exclude<AuthorOutcome, { readonly kind: 'found' }>): UserError =>
  refusal(`author-${kind}`, (say) => say(`proposal.${authorRefusals[kind]}`, { service }));
