import type { ComponentRows } from '../authorization/table.ts';
import type { SubjectOf } from '../interactions/authorization.ts';
import type { ComponentBehaviour } from '../interactions/component.ts';
import { chooseFormat } from './cite-format.ts';
import { pickClubPaper, presentPaper, releasePaper } from './clubs.ts';
import { dropTopics, moveTopics } from './deleted-channel.ts';
import { chooseDigestAction, pickPapers, turnPickerPage, voteInDigest } from './digest-actions.ts';
import { stepEmail } from './email-step.ts';
import { renewListedFeeds, revokeListedFeeds, turnFeedPage } from './feeds.ts';
import { askForget, forgetMarks } from './learned.ts';
import { showRest, turnRestPage } from './left-out.ts';
import { choosePaperAction } from './paper-actions.ts';
import { removePing } from './pings.ts';
import {
  dropSaved,
  noteListedPaper,
  removeListedPaper,
  restoreSavedPaper,
  turnSavedPage,
  undoSave,
} from './saved-papers.ts';
import { shareSearchPage, turnSearchPage } from './search-pages.ts';
import { cancelSettings, changeSetting, saveSettings, setSetting, showSettings } from './settings.ts';
import {
  addSetupWords,
  cancelSetup,
  chooseSetupChannel,
  chooseSetupField,
  chooseSetupTopics,
  clearSetupTopics,
  finishSetup,
  setSetupTime,
  showSetupStep,
  startSetup,
} from './setup.ts';
import { stepSlack } from './slack-step.ts';
import { eraseMine, eraseServer, exportMine } from './stored-data.ts';
import {
  cancelDraft,
  confirmDraft,
  editDraft,
  editSubscription,
  setStrictness,
  showMissed,
  takeHint,
} from './subscription-draft.ts';
import { editListed, pauseListed, removeListed, restoreRemoved, turnListPage } from './subscription-rows.ts';

/** A component that has a row in the authorization table, and takes what that row grants. */
type RegisteredComponent = {
  readonly [Verb in keyof ComponentRows]: ComponentBehaviour<Verb, SubjectOf<ComponentRows[Verb]>>;
}[keyof ComponentRows];

/** Every button, menu and form. */
export const components: readonly RegisteredComponent[] = [
  confirmDraft,
  editDraft,
  takeHint,
  setStrictness,
  cancelDraft,
  showMissed,
  editSubscription,
  turnListPage,
  removeListed,
  pauseListed,
  editListed,
  restoreRemoved,
  moveTopics,
  dropTopics,
  turnFeedPage,
  renewListedFeeds,
  revokeListedFeeds,
  turnSearchPage,
  shareSearchPage,
  chooseDigestAction,
  turnPickerPage,
  pickPapers,
  voteInDigest,
  choosePaperAction,
  chooseFormat,
  showRest,
  turnRestPage,
  undoSave,
  dropSaved,
  turnSavedPage,
  noteListedPaper,
  removeListedPaper,
  restoreSavedPaper,
  changeSetting,
  setSetting,
  showSettings,
  saveSettings,
  cancelSettings,
  askForget,
  forgetMarks,
  removePing,
  pickClubPaper,
  presentPaper,
  releasePaper,
  stepEmail,
  stepSlack,
  eraseServer,
  exportMine,
  eraseMine,
  startSetup,
  chooseSetupChannel,
  chooseSetupField,
  chooseSetupTopics,
  addSetupWords,
  clearSetupTopics,
  setSetupTime,
  showSetupStep,
  finishSetup,
  cancelSetup,
];
