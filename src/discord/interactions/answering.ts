import { createHash } from 'node:crypto';
import { sayIn } from '../../language/say.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import { UserError } from '../errors.ts';
import { isForum, readFailure } from '../failures.ts';
import { howToUnblock, wordReason } from '../rendering/block.ts';
import { inPersonalWords } from '../rendering/personal-words.ts';
import { type Answer, type AnswerTools, announce, type Deferral, startAnswer, whisper } from './answer.ts';
import type { InteractionOrigin } from './interaction.ts';
import { privately, type Reply } from './reply.ts';

export interface AnsweringTools extends AnswerTools {
  readonly store: Pick<Store, 'blockChannel'>;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Occasion {
  readonly origin: InteractionOrigin;
  /** The command, or the component's verb, for the log. */
  readonly what: string;
  readonly deferral: Deferral;
}

/** Answers an interaction with the reply of `run`. Never rejects: failures go to the user and to the log. */
export async function answerInteraction(
  run: () => Promise<Reply>,
  occasion: Occasion,
  tools: AnsweringTools,
): Promise<void> {
  const { origin, what, deferral } = occasion;
  const { log, clock } = tools;
  const startedAt = clock();
  const answer = startAnswer(tools, origin, deferral);
  const fields = fieldsOf(occasion);
  try {
    const reply = personal(await run().catch((error: unknown) => errorReply(error, occasion, log)), origin);
    const isSent = await sendOrExcuse(reply, answer, occasion, log);
    if (reply.kind !== 'modal') await announceOutcome(reply, origin, tools);
    if (!isSent) return;
    log.info({ event: 'interaction.answered', ...fields, ms: clock() - startedAt }, `answered ${what}`);
  } catch (error) {
    // The interaction has expired, or Discord is down: the user cannot be reached.
    const { reason } = readFailure(error);
    log.error({ event: 'interaction.unanswered', ...fields, reason, err: error }, `could not answer ${what}`);
  }
}

/** Whether Discord took the reply. If it refuses what the reply holds, the person gets a short one that says so. */
async function sendOrExcuse(reply: Reply, answer: Answer, occasion: Occasion, log: Logger): Promise<boolean> {
  try {
    await answer.send(reply);
    return true;
  } catch (error) {
    if (error instanceof UserError) {
      await answer.excuse(refusal(error, occasion, log));
      return false;
    }
    const failure = readFailure(error);
    if (failure.kind !== 'rejected') throw error;
    const { origin, what } = occasion;
    const reference = referenceOf(origin.request.id);
    const { reason, fields } = failure;
    const logged = {
      event: 'interaction.rejected',
      reference,
      ...fieldsOf(occasion),
      kind: reply.kind,
      reason,
      fields,
    };
    log.error(logged, `Discord refused the answer to ${what}`);
    await answer.excuse(sayIn(origin.language)('errors.refusedAnswer', { reference }));
    return false;
  }
}

/** The reply as it is, or about a personal digest: in words for that. */
function personal(reply: Reply, { guildId, isDirect, language }: InteractionOrigin): Reply {
  if (guildId !== null || reply.kind === 'modal') return reply;
  return { ...reply, message: inPersonalWords(reply.message, !isDirect, sayIn(language)) };
}

const fieldsOf = ({ origin: { request, guildId, userId }, what }: Occasion) => ({
  interactionId: request.id,
  what,
  guildId,
  userId,
});

async function announceOutcome(
  { announcement }: Exclude<Reply, { kind: 'modal' }>,
  { request, here, guildId, language, guildLanguage }: InteractionOrigin,
  { rest, log, clock, store }: AnsweringTools,
): Promise<void> {
  if (announcement === undefined) return;
  const { channelId, message } = announcement;
  try {
    await announce(rest, request, channelId, message).catch(async (error: unknown) => {
      if (!isForum(error)) throw error;
      // A forum takes no lines, so the line stands where the command was run.
      const line = { channel: `<#${channelId}>`, line: message.content ?? '' };
      const content = sayIn(guildLanguage)('errors.announcedElsewhere', line);
      await announce(rest, request, here.id, { ...message, content });
    });
  } catch (error) {
    const { kind, reason } = readFailure(error);
    log.warn({ event: 'announcement.failed', channelId, reason }, 'an announcement could not be posted');
    const say = sayIn(language);
    if (guildId === null && kind === 'blocked') {
      await store.blockChannel(channelId, reason, clock());
      const closed = { reason: wordReason(reason, say), next: howToUnblock(reason, say) };
      return await whisper(rest, request, { content: say('personal.closedLater', closed) });
    }
    const content = say('errors.notAnnounced', { channel: `<#${channelId}>`, reason: wordReason(reason, say) });
    await whisper(rest, request, { content });
  }
}

/** Says what happened, why, and one next step, with a reference that is in the log too. */
function errorReply(error: unknown, occasion: Occasion, log: Logger): Reply {
  if (error instanceof UserError) return privately(refusal(error, occasion, log));
  const { origin, what } = occasion;
  const reference = referenceOf(origin.request.id);
  const say = sayIn(origin.language);
  const fields = { reference, ...fieldsOf(occasion) };
  log.error({ event: 'interaction.failed', ...fields, err: error }, `${what} failed`);
  const isBusy = error instanceof StoreError && error.code === 'busy';
  return privately(say(isBusy ? 'errors.failedBusy' : 'errors.failed', { reference }));
}

/** The text of a refusal, which the log has too. */
function refusal(error: UserError, occasion: Occasion, log: Logger): string {
  const { origin, what } = occasion;
  const reference = referenceOf(origin.request.id);
  const fields = { reference, ...fieldsOf(occasion), code: error.code };
  log.info({ event: 'interaction.refused', ...fields }, `refused ${what}: ${error.code}`);
  const say = sayIn(origin.language);
  return [error.wording(say), say('errors.reference', { reference })].join('\n');
}

/** Short enough to read out. The same interaction always has the same reference. */
const referenceOf = (interactionId: string): string =>
  createHash('sha256').update(interactionId).digest('hex').slice(0, 8);
