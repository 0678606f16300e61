/**
 * The fields of a message that the view reads. It fits both a message from the API and a payload from a bot. Each field
 * may be absent.
 */
export interface ShownMessage {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly ShownEmbed[] | null | undefined;
  readonly components?: readonly ShownComponent[] | null | undefined;
  readonly attachments?: readonly { readonly filename: string }[] | undefined;
  readonly flags?: number | undefined;
  /** ISO date-time. */
  readonly timestamp?: string | undefined;
  /** By default Paperboy. */
  readonly author?: ShownUser | undefined;
  /** The command that the message answers. */
  readonly interaction?: { readonly name: string; readonly user: ShownUser } | undefined;
}

interface ShownUser {
  readonly username: string;
  readonly global_name?: string | null | undefined;
  readonly bot?: boolean | undefined;
}

/** The fields of an embed that the view reads. */
export interface ShownEmbed {
  readonly title?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** 0xRRGGBB */
  readonly color?: number | null | undefined;
  readonly author?: { readonly name: string } | null | undefined;
  readonly fields?: readonly ShownField[] | null | undefined;
  readonly footer?: { readonly text: string } | null | undefined;
  /** ISO date-time. */
  readonly timestamp?: string | null | undefined;
  readonly image?: ShownPicture | null | undefined;
  readonly thumbnail?: ShownPicture | null | undefined;
}

interface ShownPicture {
  readonly url: string;
  /** Alternative text. */
  readonly description?: string | null | undefined;
}

/** A field of an embed. Up to three inline fields share a row. */
export interface ShownField {
  readonly name: string;
  readonly value: string;
  readonly inline?: boolean | undefined;
}

/** An action row with its buttons or its select menu, a text, or a section. Other components are not drawn. */
export interface ShownComponent {
  readonly type: number;
  readonly components?: readonly ShownComponent[] | undefined;
  /** What stands beside the texts of a section. */
  readonly accessory?: ShownComponent | undefined;
  /** The text of a text display. */
  readonly content?: string | undefined;
  /** Alternative text. */
  readonly description?: string | null | undefined;
  readonly label?: string | undefined;
  readonly style?: number | undefined;
  readonly url?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly emoji?: { readonly name?: string | null | undefined } | undefined;
  readonly placeholder?: string | undefined;
  readonly options?: readonly { readonly label: string; readonly default?: boolean | undefined }[] | undefined;
}
