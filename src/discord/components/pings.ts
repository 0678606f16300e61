import type { Ping } from '../../digests/pings.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { pingList } from '../rendering/ping-list.ts';

const shownTopic = 200;

/** The menu of `/papers pings`: removes a ping of the person who uses it. */
export const removePing: ComponentBehaviour<'remove-ping', Ping> = {
  verb: 'remove-ping',
  deferral: 'update',
  async run(_press, { store, userId, say }, { id, topic }) {
    if ((await store.removePing(userId, id)) === null) throw staleComponent();
    const notice = say('pings.removed', { topic: `**${escapeToFit(topic, shownTopic)}**` });
    return { kind: 'update', message: pingList(await store.pings(userId), say, notice) };
  },
};
