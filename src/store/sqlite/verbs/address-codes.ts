import type { AddressCodeVerbs, CodeOutcome, NewAddressCode, TypedCode } from '../../address-codes.ts';
import { and, count, eq, gt, lt, or } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { addressCodes, countedCodes, secrets } from '../schema/address-code-schema.ts';
import { destinationAdder } from '../tables/destination-rows.ts';

/** Verbs for addresses that are confirmed by a code. */
export function addressCodeVerbs(db: Database): AddressCodeVerbs {
  return {
    storeAddressCode: atomic(db, (request: NewAddressCode) => storeCode(db, request)),
    confirmAddress: atomic(db, confirmer(db)),
    secret: atomic(db, (name: string, proposed: string) => {
      db.insert(secrets).values({ name, value: proposed }).onConflictDoNothing().run();
      return db.select().from(secrets).where(eq(secrets.name, name)).get()?.value ?? proposed;
    }),
  };
}

function storeCode(db: Database, request: NewAddressCode): boolean {
  const { countedFor, countedSince, mostCodes, guildId, channelId, userId, kind, address, codeHash, at } = request;
  // If a clock was set back, codes of the future must not count for ever.
  db.delete(countedCodes)
    .where(or(lt(countedCodes.at, countedSince), gt(countedCodes.at, at)))
    .run();
  db.delete(addressCodes).where(lt(addressCodes.at, countedSince)).run();
  const countOf = (key: string): number =>
    db.select({ n: count() }).from(countedCodes).where(eq(countedCodes.key, key)).get()?.n ?? 0;
  if (countedFor.some((key) => countOf(key) >= mostCodes)) return false;
  db.insert(countedCodes)
    .values(countedFor.map((key) => ({ key, at })))
    .run();
  const row = { guildId, channelId, userId, kind, address, codeHash, tries: 0, at };
  db.insert(addressCodes)
    .values(row)
    .onConflictDoUpdate({ target: [addressCodes.channelId, addressCodes.userId], set: row })
    .run();
  return true;
}

function confirmer(db: Database): (typed: TypedCode) => CodeOutcome {
  const add = destinationAdder(db);
  return ({ channelId, userId, codeHash, sentSince, mostTries, at }) => {
    const isTheirs = and(eq(addressCodes.channelId, channelId), eq(addressCodes.userId, userId));
    const code = db.select().from(addressCodes).where(isTheirs).get();
    if (code === undefined) return { kind: 'none' };
    if (code.at < sentSince || code.tries >= mostTries) return { kind: 'expired' };
    if (code.codeHash !== codeHash) {
      const tries = code.tries + 1;
      db.update(addressCodes).set({ tries }).where(isTheirs).run();
      return { kind: 'wrong', triesLeft: mostTries - tries };
    }
    db.delete(addressCodes).where(isTheirs).run();
    const { guildId, kind, address } = code;
    const destination = add({ guildId, channelId, kind, address, userId, at });
    return destination === null ? { kind: 'expired' } : { kind: 'confirmed', destination };
  };
}
