import { describe, expect, it } from 'vitest';
import type { NewAddressCode, TypedCode } from '../../src/store/address-codes.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { noon } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

const request = (fields: Partial<NewAddressCode> = {}): NewAddressCode => ({
  ...{ guildId: 'guild', channelId: 'channel', userId: 'ada', kind: 'mail', address: 'ada@host', codeHash: 'right' },
  ...{ countedFor: ['address', 'person'], countedSince: noon - dayMs, mostCodes: 3, at: noon },
  ...fields,
});

const typed = (fields: Partial<TypedCode> = {}): TypedCode => ({
  ...{ channelId: 'channel', userId: 'ada', codeHash: 'right', sentSince: noon - hourMs, mostTries: 3, at: noon },
  ...fields,
});

/** Tests of the verbs for addresses that are confirmed by a code. */
export function describeAddressCodeVerbs(place: () => StorePlace): void {
  async function opened() {
    const store = await place().open();
    await subscribed(store, 'lake');
    return store;
  }

  describe('the code of an address', () => {
    it('makes it a destination once, for the person who asked, in that channel', async () => {
      const store = await opened();
      expect(await store.storeAddressCode(request())).toBe(true);
      expect(await store.destinations('channel')).toEqual([]);
      for (const other of [{ userId: 'eve' }, { channelId: 'other' }])
        expect(await store.confirmAddress(typed(other))).toEqual({ kind: 'none' });
      const outcome = await store.confirmAddress(typed());
      expect(outcome).toMatchObject({ kind: 'confirmed', destination: { address: 'ada@host', userId: 'ada' } });
      expect(await store.confirmAddress(typed())).toEqual({ kind: 'none' });
      expect(await store.destinations('channel')).toHaveLength(1);
    });

    it('can be tried a few times, and for some time', async () => {
      const store = await opened();
      await store.storeAddressCode(request());
      expect(await store.confirmAddress(typed({ sentSince: noon + 1 }))).toEqual({ kind: 'expired' });
      for (const triesLeft of [2, 1, 0])
        expect(await store.confirmAddress(typed({ codeHash: 'wrong' }))).toEqual({ kind: 'wrong', triesLeft });
      expect(await store.confirmAddress(typed())).toEqual({ kind: 'expired' });
      await store.storeAddressCode(request({ codeHash: 'new' }));
      expect(await store.confirmAddress(typed({ codeHash: 'new' }))).toMatchObject({ kind: 'confirmed' });
    });

    it('is counted for the address and for the person, for a day', async () => {
      const store = await opened();
      for (const userId of ['ada', 'eve', 'ida'])
        expect(await store.storeAddressCode(request({ userId, countedFor: ['address', userId] }))).toBe(true);
      expect(await store.storeAddressCode(request({ countedFor: ['address', 'fay'] }))).toBe(false);
      expect(await store.storeAddressCode(request({ countedFor: ['elsewhere', 'ada'] }))).toBe(true);
      const tomorrow = { at: noon + dayMs + 1, countedSince: noon + 1 };
      expect(await store.storeAddressCode(request({ countedFor: ['address', 'fay'], ...tomorrow }))).toBe(true);
    });

    it('does not count for ever if a clock was wrong', async () => {
      const store = await opened();
      for (let code = 0; code < 3; code += 1) await store.storeAddressCode(request({ at: noon + 900 * dayMs }));
      expect(await store.storeAddressCode(request())).toBe(true);
    });
  });

  it('a secret is made once', async () => {
    const store = await place().open();
    expect(await store.secret('mail', 'first')).toBe('first');
    expect(await store.secret('mail', 'second')).toBe('first');
    expect(await store.secret('other', 'second')).toBe('second');
  });
}
