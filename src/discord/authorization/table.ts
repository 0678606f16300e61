import { type AuthorizationTable, everyone } from '../interactions/authorization.ts';
import { dataOwner, serverManager } from './data-rules.ts';
import {
  cardReader,
  digestReader,
  formerPaperOwner,
  listOwner,
  savedPaperHolder,
  savedPaperOwner,
  savedStepOwner,
} from './paper-rules.ts';
import {
  channelManager,
  channelReader,
  draftManager,
  draftOwner,
  editableChoice,
  editableRow,
  managerHere,
  pingOwner,
  removableChoice,
  removalOwner,
  searchOwner,
  topicsMover,
  topicsRemover,
  typedSubscription,
} from './rules.ts';
import { settingsManager, settingsOwner } from './settings-rules.ts';

/**
 * Who may do what. The router checks the row before anything else happens, and only what has a row can be registered. A
 * form has the row of the button that opens it, because it has the same verb.
 */
export const authorizationTable = {
  commands: {
    subscribe: { run: channelManager, suggest: managerHere },
    unsubscribe: { run: typedSubscription, suggest: managerHere },
    subscriptions: { run: managerHere },
    'digest settings': { run: channelManager, suggest: managerHere },
    'digest preview': { run: channelManager },
    'digest now': { run: channelManager },
    'digest why': { run: channelReader },
    'digest status': { run: channelReader },
    'digest pause': { run: channelManager, suggest: managerHere },
    'digest resume': { run: channelManager },
    'digest export': { run: serverManager },
    'digest erase': { run: serverManager },
    'papers search': { run: everyone },
    'papers show': { run: everyone },
    'papers similar': { run: everyone },
    'papers trending': { run: everyone },
    'papers ping': { run: everyone },
    'papers pings': { run: everyone },
    'papers saved': { run: everyone },
    'papers stats': { run: everyone },
    'papers cite': { run: everyone, suggest: everyone },
    'papers privacy': { run: everyone },
    'papers help': { run: everyone },
  },
  components: {
    subscribe: draftManager,
    'edit-draft': draftManager,
    'take-hint': draftManager,
    'set-strictness': draftManager,
    'cancel-draft': draftOwner,
    'edit-subscription': editableRow,
    'list-page': managerHere,
    'list-edit': editableChoice,
    'list-remove': removableChoice,
    restore: removalOwner,
    'move-topics': topicsMover,
    'drop-topics': topicsRemover,
    'search-page': searchOwner,
    'digest-actions': digestReader,
    'digest-page': digestReader,
    'digest-pick': digestReader,
    'show-rest': digestReader,
    'rest-page': digestReader,
    'paper-actions': cardReader,
    'cite-format': searchOwner,
    unsave: savedStepOwner,
    'drop-saved': savedPaperHolder,
    'saved-page': listOwner,
    'saved-note': savedPaperOwner,
    'saved-remove': savedPaperOwner,
    'restore-saved': formerPaperOwner,
    'change-setting': settingsManager,
    'set-setting': settingsManager,
    'show-settings': settingsManager,
    'save-settings': settingsManager,
    'cancel-settings': settingsOwner,
    'remove-ping': pingOwner,
    'erase-server': serverManager,
    'export-mine': dataOwner,
    'erase-mine': dataOwner,
  },
  menus: {
    save: everyone,
    cite: everyone,
  },
} as const satisfies AuthorizationTable;

export type CommandRows = typeof authorizationTable.commands;
export type ComponentRows = typeof authorizationTable.components;
