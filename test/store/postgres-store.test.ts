import { describeStoreContract } from './contract.ts';
import { pglitePlace } from './postgres/places.ts';

describeStoreContract('PostgreSQL (PGlite)', pglitePlace);
