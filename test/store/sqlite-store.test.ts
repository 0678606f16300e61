import { describeStoreContract } from './contract.ts';
import { sqlitePlace } from './opened-store.ts';

describeStoreContract('SQLite', () => sqlitePlace());
