/** Texts about stored data: `/digest export`, `/digest erase` and `/papers privacy`. */
export const data = {
  nothing: 'Nothing is stored, so there is nothing to export.',
  exported: 'Everything that is stored is in the file, as JSON: {rows, plural, one {# row} other {# rows}}.',
  tooLarge:
    'The file would be larger than Discord allows. Ask the person who hosts me: they can read everything in the database.',
  notServerManager:
    'You need the permission Manage Server for this, because it is about the whole server. Ask somebody who has it.',
  eraseServer:
    '**This erases everything that I have stored about this server**: {topics, plural, one {# subscription} other {# subscriptions}} in {channels, plural, one {# channel} other {# channels}}, all settings, and the record of what was posted. Messages stay in their channels. It cannot be undone. `/digest export` gives you a copy first.',
  eraseOwn:
    '**This erases your personal digest**: {topics, plural, one {# subscription} other {# subscriptions}} in {channels, plural, one {# channel} other {# channels}}, all settings, and the record of what was posted. It cannot be undone. `/papers privacy` erases everything else about you.',
  eraseButton: 'Erase everything…',
  formTitle: 'Erase everything',
  formLabel: 'Type “{word}”',
  formHint: 'Everything is erased at once. It cannot be undone.',
  word: 'erase',
  wrongWord: 'Nothing was erased: you typed “{typed}”, and not “{word}”. Press the button again.',
  stillSending: 'Nothing was erased, because a message is still being sent. Try again in a minute.',
  erasedServer: 'Done: everything that I had stored about this server is erased. `/subscribe` starts again.',
  erasedOwn: 'Done: your personal digest is erased. `/subscribe` starts again.',
  erasedMine: 'Done: everything that I had stored about you is erased.',
  erasedAnnounced: '{person} erased everything that I had stored about this server. No more digests come.',
  privacy: `**What I store about you**
By your Discord id, and only if you use these: your reading list with its notes, your personal digest, your pings, your marks on papers, and that you subscribed a channel to a topic. Searches and forms that wait for your answer are kept for about a day.
I do not read messages, and store no names, no addresses and no list of members.
**How long**
Until you remove it, or erase everything here. When a server removes me, its data is deleted after 7 days. Backups of the host keep what they have until they are deleted.
**What others see**
Your reading list, your pings and your personal digest are for you alone. Subscriptions show who made them.
The buttons export or erase everything about you on all servers. The topics of servers stay, without your id.`,
  exportMine: 'Export my data',
  eraseMine: 'Erase my data…',
  somebody: 'somebody',
} as const;
