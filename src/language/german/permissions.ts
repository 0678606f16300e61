import type { english, Translated } from '../english.ts';

export const permissions: Translated<typeof english.permissions> = {
  administrator: 'Administrator',
  manageChannels: 'Kanäle verwalten',
  viewChannel: 'Kanal anzeigen',
  sendMessages: 'Nachrichten senden',
  embedLinks: 'Links einbetten',
  readMessageHistory: 'Nachrichtenverlauf anzeigen',
  manageThreads: 'Threads verwalten',
  createPublicThreads: 'Öffentliche Threads erstellen',
  sendMessagesInThreads: 'Nachrichten in Threads senden',
};
