import type { Say } from '../../language/say.ts';
import type { Message } from './message.ts';

/** A channel's mention. One in a text of a paper or a person is escaped. */
const mention = /(?<!\\)<#\d{1,20}>/g;
const beginsSentence = /(?:^|[\n.!?]\s*)$/;

/**
 * The message about a personal digest, whose channel is named in words: a mention of direct messages says nothing.
 * @param isElsewhere whether the reader sees it outside of these direct messages; then it says what it is about
 */
export function inPersonalWords(message: Message, isElsewhere: boolean, say: Say): Message {
  const content = nameChat(message.content ?? '', say);
  const embeds = message.embeds?.map((embed) =>
    embed.description === undefined ? embed : { ...embed, description: nameChat(embed.description, say) },
  );
  const isAbout = content !== (message.content ?? '');
  return {
    ...message,
    ...(message.content === undefined
      ? {}
      : { content: isAbout && isElsewhere ? `${content}\n${say('personal.about')}` : content }),
    ...(embeds === undefined ? {} : { embeds }),
  };
}

/** The text with the chat's name in place of each mention of a channel. */
export const nameChat = (text: string, say: Say): string =>
  text.replace(mention, (_mention, at: number) => {
    const name = say('personal.chat');
    return beginsSentence.test(text.slice(0, at)) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  });
