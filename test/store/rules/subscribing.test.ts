import { describe, expect, it } from 'vitest';
import { isAsSeen, restoring, subscribing } from '../../../src/store/rules/subscribing.ts';

const lakes = { topic: 'lakes' };
const rivers = { topic: 'rivers' };
const nothing = { edited: null, there: null, active: 0 };

describe('subscribing a channel to a topic', () => {
  it('makes a subscription while the guild has fewer than its cap', () => {
    expect(subscribing({ cap: 25 }, { ...nothing, active: 24 })).toEqual({ kind: 'create' });
    expect(subscribing({ cap: 25 }, { ...nothing, active: 25 })).toEqual({ kind: 'cap-reached' });
  });

  it('changes nothing if the channel has the topic, also at the cap', () => {
    const stored = { edited: null, there: lakes, active: 25 };
    expect(subscribing({ cap: 25 }, stored)).toEqual({ kind: 'already-there', row: lakes });
  });
});

describe('giving a subscription another topic', () => {
  const replaces = { replaces: 7, cap: 25 };

  it('is possible at the cap, because it makes none', () => {
    expect(subscribing(replaces, { edited: rivers, there: null, active: 25 })).toEqual({ kind: 'edit', row: rivers });
  });

  it('changes nothing if the channel has the topic already', () => {
    const stored = { edited: rivers, there: lakes, active: 2 };
    expect(subscribing(replaces, stored)).toEqual({ kind: 'already-there', row: lakes });
  });

  it('needs the subscription: a removed one gets no topic, and none is made instead', () => {
    expect(subscribing(replaces, nothing)).toEqual({ kind: 'removed-meanwhile' });
    expect(subscribing(replaces, { ...nothing, there: lakes })).toEqual({ kind: 'removed-meanwhile' });
  });

  it('changes nothing if somebody else changed the topic that was seen', () => {
    const stored = { edited: rivers, there: null, active: 1 };
    expect(subscribing({ ...replaces, replacedTopic: 'rivers' }, stored).kind).toBe('edit');
    const changed = { kind: 'changed-meanwhile', row: rivers };
    expect(subscribing({ ...replaces, replacedTopic: 'seas' }, stored)).toEqual(changed);
  });
});

describe('a removed subscription', () => {
  it('comes back if there is room', () => {
    expect(restoring({ there: null, active: 24 }, 25)).toBe('restore');
    expect(restoring({ there: null, active: 25 }, 25)).toBe('cap-reached');
  });

  it('does not come back if its channel has subscribed to the topic again, room or not', () => {
    expect(restoring({ there: lakes, active: 25 }, 25)).toBe('already-there');
  });
});

describe('removing a subscription', () => {
  const stored = { topic: 'lakes', channelId: '1' };

  it('takes what was seen, or whatever is there if nothing was said', () => {
    expect(isAsSeen(stored, stored)).toBe(true);
    expect(isAsSeen(stored, {})).toBe(true);
  });

  it('takes no subscription that was changed or moved since', () => {
    expect(isAsSeen(stored, { topic: 'rivers' })).toBe(false);
    expect(isAsSeen(stored, { topic: 'lakes', channelId: '2' })).toBe(false);
  });
});
