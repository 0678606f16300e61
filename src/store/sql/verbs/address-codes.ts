import type { AddressCodeVerbs, CodeOutcome, NewAddressCode, TypedCode } from '../../address-codes.ts';
import type { Connection } from '../connection.ts';
import { and, count, eq, gt, lt, or } from '../drizzle.ts';
import { addressCodes, countedCodes, secrets } from '../schema/address-code-schema.ts';
import { destinationAdder } from '../tables/destination-rows.ts';

/** Verbs for addresses that are confirmed by a code. */
export function addressCodeVerbs(db: Connection): AddressCodeVerbs {
  return {
    storeAddressCode: db.atomic((request: NewAddressCode) => storeCode(db, request)),
    confirmAddress: db.atomic(confirmer(db)),
    secret: db.atomic(async (name: string, proposed: string) => {
      await db.run(db.insert(secrets).values({ name, value: proposed }).onConflictDoNothing());
      const stored = await db.get(db.select().from(secrets).where(eq(secrets.name, name)));
      return stored?.value ?? proposed;
    }),
  };
}

async function storeCode(db: Connection, request: NewAddressCode): Promise<boolean> {
  const { countedFor, countedSince, mostCodes, guildId, channelId, userId, kind, address, codeHash, at } = request;
  // If a clock was set back, codes of the future must not count for ever.
  await db.run(db.delete(countedCodes).where(or(lt(countedCodes.at, countedSince), gt(countedCodes.at, at))));
  await db.run(db.delete(addressCodes).where(lt(addressCodes.at, countedSince)));
  for (const key of countedFor) {
    const counted = await db.get(db.select({ n: count() }).from(countedCodes).where(eq(countedCodes.key, key)));
    if ((counted?.n ?? 0) >= mostCodes) return false;
  }
  await db.run(db.insert(countedCodes).values(countedFor.map((key) => ({ key, at }))));
  const row = { guildId, channelId, userId, kind, address, codeHash, tries: 0, at };
  const ofPerson = [addressCodes.channelId, addressCodes.userId];
  await db.run(db.insert(addressCodes).values(row).onConflictDoUpdate({ target: ofPerson, set: row }));
  return true;
}

function confirmer(db: Connection): (typed: TypedCode) => Promise<CodeOutcome> {
  const add = destinationAdder(db);
  return async ({ channelId, userId, codeHash, sentSince, mostTries, at }) => {
    const isTheirs = and(eq(addressCodes.channelId, channelId), eq(addressCodes.userId, userId));
    const code = await db.get(db.select().from(addressCodes).where(isTheirs));
    if (code === undefined) return { kind: 'none' };
    if (code.at < sentSince || code.tries >= mostTries) return { kind: 'expired' };
    if (code.codeHash !== codeHash) {
      const tries = code.tries + 1;
      await db.run(db.update(addressCodes).set({ tries }).where(isTheirs));
      return { kind: 'wrong', triesLeft: mostTries - tries };
    }
    await db.run(db.delete(addressCodes).where(isTheirs));
    const { guildId, kind, address } = code;
    const destination = await add({ guildId, channelId, kind, address, userId, at });
    return destination === null ? { kind: 'expired' } : { kind: 'confirmed', destination };
  };
}
