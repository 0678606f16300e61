/** Refusals and failures: what happened, why, and one next step. */
export const errors = {
  reference: '-# Reference {reference}',
  failed:
    'That did not work, because something went wrong on my side. Try again in a minute; if it fails again, give this reference to the person who runs me: `{reference}`.',
  refusedAnswer:
    'I cannot show you the answer, because Discord refuses it. What you asked for may be done all the same. Give this reference to the person who runs me: `{reference}`.',
  failedBusy:
    'That did not work, because another program on my machine is using my database. Try again in a minute; if it fails again, give this reference to the person who runs me: `{reference}`.',
  announcedElsewhere: 'In {channel}: {line}',
  notAnnounced: 'It is done, but I could not say so in {channel}: {reason}.',
  notShared: 'I could not share this here: {reason}. Run the command again in another channel, and share it there.',
  cannotShare:
    'You cannot share this here, since you cannot write here yourself: you lack the {n, plural, one {permission} other {permissions}} {names}. Run the command again in a channel in which you can.',
  shownPrivately:
    'I could not share this here: Discord shows it to you alone, because you lack the permission Use External Apps. Run the command again in another channel, and share it there.',
  formTooLate: 'The form did not open, because Discord answered me too slowly. Try that again.',
  unknownCommand: 'I do not know this command. Reload Discord (Ctrl+R) to see the current commands.',
  unknownComponent: 'This button is from an earlier version of me and no longer works. Run the command again.',
  stale:
    'This is no longer there: it was removed or replaced, or it is older than a day. Run the command again to see the current state.',
  badOption:
    'I cannot use the value of the option `{name}`. Discord may still show an older form of this command: reload it (Ctrl+R) and try again.',
  notManager:
    'You cannot change digests in {channel}: you need the permission Manage Channels there. Ask someone who has it.',
  notOwner: 'Only the person who ran the command can use its buttons. Run the command yourself.',
  noSuchChannel:
    'I cannot see that channel: it was deleted, or I lack the permission View Channel there. Give it to me, or choose another channel.',
  invokerCannotWrite:
    'You cannot have digests posted in {channel}, since you cannot write there yourself: you lack the {n, plural, one {permission} other {permissions}} {names}. Choose a channel in which you can.',
  botCannotPost:
    "I cannot post in {channel}: I lack the {n, plural, one {permission {names} there. Give it} other {permissions {names} there. Give them}} to me in the channel's settings, under Permissions, and try again.",
  threadLocked:
    'I cannot post in {channel}: the thread is locked. Unlock it, or give me the permission Manage Threads, and try again.',
  forumTag:
    'I cannot post in {channel}: the forum requires a tag, and has none named Papers or Digest. Add a tag named Papers, which everybody may use, in the settings of the forum, and try again.',
  channelType:
    '{channel} is not a channel for digests. Choose a text channel, an announcement channel, a forum, or a thread.',
  noSubscription: 'There is no subscription “{typed}” here. See all with `/subscriptions`.',
  unreadableTopics:
    '{channel} has no digest, because {n, plural, one {its only topic cannot be read} other {none of its # topics can be read}}. `/subscriptions` shows why, and changes topics.',
} as const;
