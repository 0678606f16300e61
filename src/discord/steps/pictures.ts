import type { CommandContext } from '../interactions/context.ts';
import type { Message } from '../rendering/message.ts';
import type { WordedPicture } from '../rendering/stats-pictures.ts';

/** The message with a picture. If that cannot be drawn, the message says so and is whole without it. */
export async function withPicture(
  message: Message,
  { name, picture, alt }: WordedPicture,
  { drawPicture, say }: CommandContext,
): Promise<Message> {
  const data = await drawPicture(picture);
  if (data !== null) return { ...message, files: [{ name, contentType: 'image/png', data, description: alt }] };
  const note = `-# ${say('stats.noPicture')}`;
  return { ...message, content: [message.content ?? '', note].filter((line) => line !== '').join('\n') };
}
