/** The names of permissions, as Discord's settings show them in each language. */
export const permissions = {
  administrator: 'Administrator',
  manageChannels: 'Manage Channels',
  viewChannel: 'View Channel',
  sendMessages: 'Send Messages',
  embedLinks: 'Embed Links',
  readMessageHistory: 'Read Message History',
  manageThreads: 'Manage Threads',
  createPublicThreads: 'Create Public Threads',
  sendMessagesInThreads: 'Send Messages in Threads',
} as const;
