import { sayIn } from '../../language/say.ts';
import type { ComponentBehaviour } from '../interactions/component.ts';
import { guildOf } from '../interactions/context.ts';
import { eraseAfterWord, erasureForm, typedWord } from '../steps/data-erasure.ts';
import { exportData } from '../steps/data-export.ts';

/** The button below `/digest erase`: opens a form, which is sent with the same verb. */
export const eraseServer: ComponentBehaviour<'erase-server', null> = {
  verb: 'erase-server',
  deferral: 'update',
  async run({ fields }, context) {
    const { say, userId, guildId, guildLanguage, here } = context;
    const typed = typedWord(fields);
    if (typed === undefined) return { kind: 'modal', modal: erasureForm('erase-server', say) };
    await eraseAfterWord({ guildId: guildOf(context) }, typed, context);
    if (guildId === null) return { kind: 'update', message: { content: say('data.erasedOwn') } };
    const line = sayIn(guildLanguage)('data.erasedAnnounced', { person: `<@${userId}>` });
    return {
      kind: 'update',
      message: { content: say('data.erasedServer') },
      announcement: { channelId: here.id, message: { content: line } },
    };
  },
};

/** The button of `/papers privacy` that exports everything about the person. */
export const exportMine: ComponentBehaviour<'export-mine', null> = {
  verb: 'export-mine',
  deferral: 'update',
  run: async (_press, context) => ({
    kind: 'message',
    visibility: 'private',
    message: await exportData({ userId: context.userId }, context),
  }),
};

/** The button of `/papers privacy` that erases it: opens a form, which is sent with the same verb. */
export const eraseMine: ComponentBehaviour<'erase-mine', null> = {
  verb: 'erase-mine',
  deferral: 'update',
  async run({ fields }, context) {
    const typed = typedWord(fields);
    if (typed === undefined) return { kind: 'modal', modal: erasureForm('erase-mine', context.say) };
    await eraseAfterWord({ userId: context.userId }, typed, context);
    return { kind: 'update', message: { content: context.say('data.erasedMine') } };
  },
};
