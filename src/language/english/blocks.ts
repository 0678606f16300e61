/** Why the bot cannot post in a channel, and what ends that. Reasons are parts of sentences: `…: the thread is locked.` */
export const blocks = {
  gone: 'the channel no longer exists',
  locked: 'the thread is locked',
  closed: 'you do not accept direct messages from me',
  unblockClosed:
    'Allow direct messages in the privacy settings of a server that we share, or unblock me. Then run `/subscriptions`: I try again and send what I held back.',
  missing: 'I lack the {n, plural, one {permission} other {permissions}} {names}',
  guildGone: 'the server no longer exists, or I am not on it',
  untagged: 'the forum requires a tag, and has none named Papers or Digest',
  forum: 'the channel is a forum, where only threads can be posted',
  noMessages: 'messages cannot be posted in this kind of channel',
  noPermission: 'I lack a permission in the channel',
  wrongKind: 'this kind of channel cannot take messages',
  restricted: 'the server is restricted',
  slowDown: 'Discord asked me to slow down',
  unreachable: 'Discord could not be reached',
  late: 'Discord did not answer in time',
  unblockGone: 'Move its topics to another channel or remove them with `/subscriptions`.',
  unblockLocked:
    'Unlock the thread, or give me the permission Manage Threads. I notice that within a minute and post what I held back.',
  unblockUntagged:
    'Add a tag named Papers, which everybody may use, in the settings of the forum. I notice that within a minute and post what I held back.',
  unblockMissing:
    "Give me the missing {n, plural, one {permission} other {permissions}} in the channel's settings, under Permissions. I notice that within a minute and post what I held back.",
  unblockOther: "Fix the cause in the channel's settings, or subscribe another channel. I look again once a day.",
  blocked: '**Blocked**, nothing can be posted: {reason}. {next}',
} as const;
