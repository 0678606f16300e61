import type { Digest } from '../digests/digest.ts';
import type { AuthorId } from '../papers/author-id.ts';
import type { GivenPaper } from '../papers/given-paper.ts';
import type { PaperId } from '../papers/paper.ts';
import type { DataOwner, ErasureOutcome } from '../store/stored-data.ts';
import { type ChannelFeeds, type ChannelFeedsTools, createChannelFeeds } from './channel-feeds.ts';
import { createEmailAddresses, type EmailAddresses, type EmailAddressTools } from './email-addresses.ts';
import { eraseData } from './erase-data.ts';
import { createGivenPapers, type GivenPapers } from './given-papers.ts';
import { lookUpPaper, type PaperLookUp, type PaperLookUpTools } from './look-up-paper.ts';
import { createPresetVolumes, type PresetVolumesTools } from './measure-preset-volumes.ts';
import { type PostDigestOutcome, type PostDigestTools, postDigestNow } from './post-digest-now.ts';
import { type PaperPlace, type PreviewTools, placeInNext, previewDigest } from './preview-digest.ts';
import { type ProposalTools, proposeTopic, type TopicProposal } from './propose-topic.ts';
import { type AuthorOutcome, type AuthorTools, readAuthor } from './read-author.ts';
import { type FileOutcome, type FileTools, readPaperFile } from './read-paper-file.ts';
import { readSourceStates, type SourceState, type SourceStateTools } from './read-source-states.ts';
import { type ResumeOutcome, type ResumeTools, resumeDigest } from './resume-digest.ts';
import { createSlackWebhooks, type SlackWebhooks, type SlackWebhookTools } from './slack-webhooks.ts';

/** The use cases with their tools bound. Commands use them to reach rooms that they may not import. */
export interface Services {
  /** The digest that the channel would get now. Null if it has no subscription, or if nothing is new for it. */
  previewDigest(channelId: string): Promise<Digest | null>;
  /** The place of a paper in that digest. Null if it is not among its matches. */
  placeInNext(channelId: string, id: PaperId): Promise<PaperPlace | null>;
  /** Posts the channel's digest of today now. It goes through the outbox, so it cannot be posted twice. */
  postDigestNow(channelId: string): Promise<PostDigestOutcome>;
  /** Ends the channel's pause. Null if the channel is not paused. */
  resumeDigest(channelId: string): Promise<ResumeOutcome | null>;
  /** The state of each source, in the order of the registry. */
  readSourceStates(): Promise<readonly SourceState[]>;
  /** Erases everything of a guild or a person, once none of their messages is being sent. */
  eraseData(owner: DataOwner): Promise<ErasureOutcome>;
  /** The feeds of channels. Null if nothing is served to the web. */
  readonly feeds: ChannelFeeds | null;
  /** The addresses that get digests by email. Null if the host has not turned that on. */
  readonly emails: EmailAddresses | null;
  /** The webhooks of Slack that get digests. */
  readonly slack: SlackWebhooks;
  /** Looks for a paper in the store, then at the sources. */
  lookUpPaper(id: PaperId): Promise<PaperLookUp>;
  /** Fetches a file that somebody attached, and reads the papers in it. */
  readPaperFile(file: { readonly size: number; readonly url: string }): Promise<FileOutcome>;
  /** Asks a service for the papers of an author. */
  readAuthor(id: AuthorId): Promise<AuthorOutcome>;
  /** Makes a topic from papers that somebody gave. */
  proposeTopic(given: readonly GivenPaper[]): Promise<TopicProposal>;
  /** The given papers of previews that are open. */
  readonly givenPapers: GivenPapers;
  /**
   * Papers a day by the name of a preset, as far as they are measured. It answers at once, because Discord drops late
   * suggestions. A call starts measuring if volumes are missing or a day old.
   */
  presetVolumes(): ReadonlyMap<string, number>;
}

export type ServiceTools = PreviewTools &
  PostDigestTools &
  ResumeTools &
  SourceStateTools &
  PaperLookUpTools &
  FileTools &
  AuthorTools &
  ProposalTools &
  EmailAddressTools &
  PresetVolumesTools &
  ChannelFeedsTools &
  SlackWebhookTools;

export function createServices(tools: ServiceTools): Services {
  return {
    previewDigest: (channelId) => previewDigest(channelId, tools),
    placeInNext: (channelId, id) => placeInNext(channelId, id, tools),
    postDigestNow: (channelId) => postDigestNow(channelId, tools),
    resumeDigest: (channelId) => resumeDigest(channelId, tools),
    readSourceStates: () => readSourceStates(tools),
    eraseData: (owner) => eraseData(owner, tools),
    feeds: createChannelFeeds(tools),
    emails: createEmailAddresses(tools),
    slack: createSlackWebhooks(tools),
    lookUpPaper: (id) => lookUpPaper(id, tools),
    readPaperFile: (file) => readPaperFile(file, tools),
    readAuthor: (id) => readAuthor(id, tools),
    proposeTopic: (given) => proposeTopic(given, tools),
    givenPapers: createGivenPapers(tools),
    presetVolumes: createPresetVolumes(tools),
  };
}
