import { isObject, type JsonObject } from './discord/form.ts';
import type { Interaction } from './discord/interactions.ts';
import {
  asComponents,
  type ComponentView,
  type EmbedView,
  flatComponents,
  type MessageView,
  viewMessage,
} from './discord/message-view.ts';
import type { Platform } from './discord/router.ts';

/** The kind of a bot's first answer: a message, "thinking…", an update of the message with the button, or a modal. */
export type ReplyKind = 'message' | 'deferred' | 'deferred-update' | 'update' | 'modal';

/** An open form. */
export interface ModalView {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly ComponentView[];
}

const KINDS: Readonly<Record<number, ReplyKind>> = {
  4: 'message',
  5: 'deferred',
  6: 'deferred-update',
  7: 'update',
  9: 'modal',
};

/** How long a deferred answer may take before a test gives up, in milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * A snapshot of a bot's answer, as the person saw it when it came. `refresh()` returns the present one; `answered()`
 * waits for the answer after a deferral.
 */
export class Reply {
  readonly kind: ReplyKind;
  /** The visible message; undefined for a modal, or after it was deleted. */
  readonly message: MessageView | undefined;
  readonly modal: ModalView | undefined;
  /** The follow-ups of the interaction, oldest first. */
  readonly followUps: readonly MessageView[];
  /** The interaction that was answered. */
  readonly interaction: Interaction;
  readonly #platform: Platform;
  readonly #changes: number;

  constructor(platform: Platform, interaction: Interaction) {
    const { world } = platform;
    this.#platform = platform;
    this.interaction = interaction;
    this.#changes = interaction.changes;
    this.kind = KINDS[interaction.first?.type ?? 0] ?? 'message';
    this.message = interaction.original && viewMessage(interaction.original, world);
    this.followUps = interaction.followUps.map((message) => viewMessage(message, world));
    this.modal = interaction.first?.modal && viewModal(interaction.first.modal);
  }

  get content(): string {
    return this.message?.content ?? '';
  }

  get embeds(): readonly EmbedView[] {
    return this.message?.embeds ?? [];
  }

  get components(): readonly ComponentView[] {
    return this.message?.components ?? [];
  }

  /** The labels of the visible buttons, in order. */
  get buttons(): readonly string[] {
    return flatComponents(this.components)
      .filter((each) => each.type === 2)
      .map((each) => each.label ?? '');
  }

  get ephemeral(): boolean {
    return this.message?.ephemeral ?? false;
  }

  /** Whether the real answer is still to come. */
  get deferred(): boolean {
    return this.message?.loading ?? false;
  }

  /** The answer as it is now. */
  refresh(): Reply {
    return new Reply(this.#platform, this.interaction);
  }

  /** Waits for the answer after a deferral, or for any change of a deferred update. */
  async answered(patienceMs = PATIENCE_MS): Promise<Reply> {
    const isOpen = () => this.refresh().deferred || (this.kind === 'deferred-update' && !this.#hasChanged());
    return this.#wait(() => !isOpen(), patienceMs, 'The deferred answer did not come');
  }

  /** Waits for a change since this snapshot: an edit, a follow-up, a deletion. */
  async changed(patienceMs = PATIENCE_MS): Promise<Reply> {
    return this.#wait(() => this.#hasChanged(), patienceMs, 'The answer did not change');
  }

  /** Waits until there are this many follow-ups. */
  async followedUp(count = 1, patienceMs = PATIENCE_MS): Promise<Reply> {
    const arrived = () => this.interaction.followUps.length >= count;
    return this.#wait(arrived, patienceMs, `Follow-up ${count} did not come`);
  }

  #hasChanged(): boolean {
    return this.interaction.changes > this.#changes;
  }

  async #wait(arrived: () => boolean, patienceMs: number, words: string): Promise<Reply> {
    const until = performance.now() + patienceMs;
    const isOver = () => performance.now() >= until;
    const came = await this.#platform.interactions.wait(this.interaction, arrived, isOver);
    if (!came) throw new Error(`${words} within ${patienceMs} ms.`);
    return this.refresh();
  }
}

function viewModal(data: JsonObject): ModalView {
  const components = Array.isArray(data['components']) ? data['components'].filter(isObject) : [];
  return {
    customId: String(data['custom_id']),
    title: String(data['title']),
    components: asComponents(components),
  };
}
