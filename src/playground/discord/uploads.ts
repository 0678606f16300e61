import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../ports.ts';
import { dayMs } from '../../time.ts';
import type { JsonObject } from './form.ts';
import type { Snowflake } from './snowflake.ts';
import type { World } from './world.ts';

/** A file that a person gives to an option. */
export interface GivenFile {
  readonly filename: string;
  readonly data: Uint8Array;
  /** As the client of the person guesses it, mostly from the name. */
  readonly contentType?: string;
}

interface Upload extends GivenFile {
  readonly id: Snowflake;
}

/** How long the address of a file is valid. */
const VALID_MS = dayMs;
const PATH = /^\/ephemeral-attachments\/\d+\/(\d+)\/[^/?]+$/;

/** The files of options, at signed addresses that expire, as on Discord's CDN. */
export class Uploads {
  readonly #world: World;
  readonly #origin: () => string;
  readonly #files = new Map<Snowflake, Upload>();
  readonly #secret = randomBytes(32);

  constructor(world: World, origin: () => string) {
    this.#world = world;
    this.#origin = origin;
  }

  /** Keeps a file of a person. Returns its id, which is the value of the option. */
  add(file: GivenFile): Snowflake {
    const id = this.#world.nextId();
    this.#files.set(id, { ...file, id });
    return id;
  }

  /** The file as the payload of an interaction describes it. Undefined if there is none. */
  describe(id: Snowflake): JsonObject | undefined {
    const file = this.#files.get(id);
    if (file === undefined) return undefined;
    const url = this.#addressOf(file);
    return {
      id,
      filename: file.filename,
      size: file.data.byteLength,
      url,
      proxy_url: url,
      ephemeral: true,
      ...(file.contentType === undefined ? {} : { content_type: file.contentType }),
    };
  }

  /** The file at an address. Undefined where the address is not signed, or is no longer valid. */
  at(address: string): GivenFile | undefined {
    const { pathname, searchParams } = new URL(address, this.#origin());
    const file = this.#files.get(PATH.exec(pathname)?.[1] ?? '');
    const expiry = Number.parseInt(searchParams.get('ex') ?? '', 16) * 1_000;
    if (file === undefined || !(expiry > this.#world.clock())) return undefined;
    const [sent, due] = [searchParams.get('hm') ?? '', this.#sign(pathname, expiry)].map((text) => Buffer.from(text));
    const isSigned =
      sent !== undefined && due !== undefined && sent.length === due.length && timingSafeEqual(sent, due);
    return isSigned ? file : undefined;
  }

  #addressOf({ id, filename }: Upload): string {
    const pathname = `/ephemeral-attachments/${this.#world.applicationId}/${id}/${encodeURIComponent(filename)}`;
    const expiry = Math.floor((this.#world.clock() + VALID_MS) / 1_000) * 1_000;
    const query = new URLSearchParams({
      ex: (expiry / 1_000).toString(16),
      is: Math.floor(this.#world.clock() / 1_000).toString(16),
      hm: this.#sign(pathname, expiry),
    });
    return `${this.#origin()}${pathname}?${query}`;
  }

  #sign(pathname: string, expiry: Instant): string {
    return createHmac('sha256', this.#secret).update(`${pathname} ${expiry}`).digest('hex');
  }
}
