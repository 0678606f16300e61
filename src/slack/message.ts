/** A text with one style in a rich text of Slack, or a link. Slack reads nothing in its text as markup. */
export type RichElement = {
  readonly type: 'text' | 'link';
  readonly text: string;
  readonly url?: string;
  readonly style?: { readonly bold?: true; readonly italic?: true; readonly code?: true };
};

export interface RichText {
  readonly type: 'rich_text';
  readonly elements: readonly [{ readonly type: 'rich_text_section'; readonly elements: readonly RichElement[] }];
}

export type Block =
  | RichText
  | {
      readonly type: 'header';
      readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
    }
  | { readonly type: 'divider' };

/** A message as an incoming webhook of Slack takes it. */
export interface SlackMessage {
  /** What notifications show, and the whole message where there are no blocks. It is escaped. */
  readonly text: string;
  readonly blocks?: readonly Block[];
  /** No `*` or `_` of the text is markup, and no bare address or name in it becomes a link. */
  readonly mrkdwn: false;
  readonly parse: 'none';
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/**
 * Slack's limits, in characters or items. That of all blocks together is not documented: Slack refuses messages of about
 * 12,000 characters, so the JSON text of the blocks stays below it.
 */
export const slackLimits = { blocks: 50, header: 150, text: 4_000, json: 10_000 } as const;

const alwaysSo = { mrkdwn: false, parse: 'none', unfurl_links: false, unfurl_media: false } as const;

/** A message of text alone. */
export const textMessage = (text: string): SlackMessage => ({ text, ...alwaysSo });

export const blockMessage = (text: string, blocks: readonly Block[]): SlackMessage => ({ text, blocks, ...alwaysSo });
