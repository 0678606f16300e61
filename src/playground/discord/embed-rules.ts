import type { Form, JsonObject } from './form.ts';

/** The limit of embeds in a message. */
const MAX_EMBEDS = 10;
/** The limit of characters in all embeds of a message. */
const MAX_EMBED_TEXT = 6000;

/** Checks a message's `embeds` and returns them as Discord stores them: trimmed, and marked as rich. */
export function readEmbeds(form: Form): readonly JsonObject[] {
  const embeds = form.forms('embeds', { max: MAX_EMBEDS }) ?? [];
  let total = 0;
  for (const embed of embeds) total += checkEmbed(embed);
  if (total > MAX_EMBED_TEXT) {
    form.refuse('embeds', 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_EMBED_TEXT}`);
  }
  return embeds.map((embed) => ({ ...(trimTexts(embed.fields) as JsonObject), type: 'rich' }));
}

/** Checks one embed. Returns how many characters count towards the message's total. */
function checkEmbed(embed: Form): number {
  const title = embed.text('title', { max: 256 }) ?? '';
  const description = embed.text('description', { max: 4096 }) ?? '';
  embed.url('url', ['http', 'https']);
  embed.integer('color', { min: 0, max: 0xffffff });
  const timestamp = embed.text('timestamp', { max: 100 });
  if (timestamp !== undefined && Number.isNaN(Date.parse(timestamp))) {
    const message = `Could not parse ${timestamp}. Should be ISO8601.`;
    embed.refuse('timestamp', 'DATE_TIME_TYPE_PARSE', message);
  }
  const footer = embed.form('footer');
  const footerText = footer?.text('text', { max: 2048 }) ?? '';
  footer?.url('icon_url', ['http', 'https', 'attachment']);
  const author = embed.form('author');
  const authorName = author?.text('name', { max: 256 }) ?? '';
  author?.url('url', ['http', 'https']);
  author?.url('icon_url', ['http', 'https', 'attachment']);
  const image = embed.form('image');
  const thumbnail = embed.form('thumbnail');
  for (const picture of [image, thumbnail]) picture?.url('url', ['http', 'https', 'attachment']);
  const fields = checkFields(embed);
  const text = title.length + description.length + footerText.length + authorName.length + fields;
  const shows = [title, description, footerText, authorName].some((each) => each.trim() !== '');
  if (!shows && fields === 0 && image === undefined && thumbnail === undefined) {
    embed.refuse('description', 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  return text;
}

function checkFields(embed: Form): number {
  let length = 0;
  for (const field of embed.forms('fields', { max: 25 }) ?? []) {
    for (const [key, max] of [
      ['name', 256],
      ['value', 1024],
    ] as const) {
      const text = field.text(key, { min: 1, max, required: true });
      if (text !== undefined && text !== '' && text.trim() === '') {
        field.refuse(key, 'BASE_TYPE_REQUIRED', 'This field is required');
      }
      length += text?.length ?? 0;
    }
  }
  return length;
}

function trimTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimTexts);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(kept.map(([key, each]) => [key, trimTexts(each)]));
}
