/** Answers of `/papers search`, `/papers similar` and `/papers show`. */
export const search = {
  previous: 'Previous',
  next: 'Next',
  share: 'Share',
  shared: '-# You shared this page with the channel.',
  sharedBy: '{person} shared a search for **{topic}**:',
  alsoAbout: 'Also about this',
  nearestOne: 'The paper whose meaning is nearest to **{topic}**{place}.',
  nearest: 'The {n, plural, one {# paper} other {# papers}} whose meaning is nearest to **{topic}**{place}.',
  found: '{n, plural, one {# paper} other {# papers}} on **{topic}**{place}.',
  foundAtLeast: 'At least {n, plural, one {# paper} other {# papers}} on **{topic}**{place}.',
  wordsNone:
    'No paper has all words of **{topic}**. {others, plural, one {This one has} other {These have}} some of them{place}.',
  wordsSome:
    '{all, plural, one {# paper has} other {# papers have}} all words of **{topic}**. {others, plural, one {The other has} other {The others have}} some of them{place}.',
  order: ', {order, select, newest {newest} nearest {nearest} other {best}} first',
  range: ': {from, number} to {to, number}{order}',
  asWords: '-# I read this as plain words. {reason}',
  withoutSigns:
    '-# Only the meaning of the words is compared: fields, exclusions and other signs have no effect. Leave `sort` out to use them.',
  examined:
    '-# Too many papers could match, so only the {order, select, newest {newest} nearest {nearest} other {best}} {n, number} were looked at. Add a word to reach others.',
  listed:
    '-# The {order, select, newest {newest} nearest {nearest} other {best}} {n, number} of them are listed. Add a word to reach others.',
  small: '-# {text}',
  noMore: 'There are no more papers. Run `/papers search` again.',
  since: '-# Only papers since {since}.',
  noneSince: 'I found no paper on **{topic}** since {since}. Leave `since` out to search all stored papers.',
  noneNear: 'No stored paper is near in meaning to **{topic}**. Leave `sort` out to search for the words.',
  noneIndexed: 'No paper that is indexed so far matches **{topic}**. {indexing}',
  noneExamined:
    'None of the {order, select, newest {newest} nearest {nearest} other {best}} {n, number} papers that could match **{topic}** does. Add a word to reach others.',
  none: 'No stored paper matches **{topic}**. `/papers help` explains the topic language.',
  noneAdvice: 'No stored paper matches **{topic}**. {advice} `/papers help` explains the topic language.',
  meaningOff:
    'I cannot sort by meaning here, because the host of this bot switched it off (MEANING=off). Leave `sort` out.',
  meaningDamaged:
    'I cannot sort by meaning here, because the bot’s table of word vectors is damaged. Leave `sort` out.',
  noneSimilar: 'I have no paper that is like {paper}.',
  similar: 'Papers like {paper}, the most similar first:',
  badId:
    '“{typed}” is not an arXiv id, DOI or address that I know. Write it as in `2406.01234`, or search with `/papers search`.',
  unknown: 'I do not know the paper `{id}`. Check the id, or search with `/papers search`.',
  unknownAnywhere:
    'I do not know the paper `{id}`, and neither {n, plural, one {does} other {do}} {sources}. Check the id, or search with `/papers search`.',
  unreachable: 'I do not have this paper, and {failed} cannot be asked at the moment. Try again in a minute.',
  unreachableElse:
    'I do not have this paper, nor has {sources}, and {failed} cannot be asked at the moment. Try again in a minute.',
} as const;
