import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { ObjectMeta } from './storedObject.ts';

/**
 * One bucket on disk: `data/` holds bytes, `keys/` one small file for each key that names its
 * bytes. Renaming that file puts an object in place, so a stack killed at any moment has either the
 * old object or the new one, never a mixture.
 */
export class Bucket {
  readonly name: string;
  readonly createdAt: Date;
  readonly #dir: string;
  readonly #objects = new Map<string, ObjectMeta>();

  constructor(name: string, dir: string) {
    this.name = name;
    this.createdAt = new Date();
    this.#dir = join(dir, name);
    for (const part of ['data', 'keys', 'incoming']) {
      mkdirSync(join(this.#dir, part), { recursive: true });
    }
    this.#load();
  }

  /** The directory for bodies that do not belong to a key yet. */
  get incoming(): string {
    return join(this.#dir, 'incoming');
  }

  find(key: string): ObjectMeta | undefined {
    return this.#objects.get(key);
  }

  /**
   * Opens an object's bytes synchronously after `find`, so that a concurrent put cannot remove
   * them.
   */
  open(meta: ObjectMeta): number {
    return openSync(this.fileOf(meta), 'r');
  }

  fileOf(meta: ObjectMeta): string {
    return join(this.#dir, 'data', meta.data);
  }

  /** Returns all objects in S3's listing order: by the UTF-8 bytes of their keys. */
  list(prefix: string): ObjectMeta[] {
    return [...this.#objects.values()]
      .filter(({ key }) => key.startsWith(prefix))
      .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  }

  /**
   * Stores a received body under a key. `mayReplace` receives the current object and throws to
   * prevent its replacement.
   */
  put(
    body: string,
    meta: Omit<ObjectMeta, 'data' | 'lastModified'>,
    mayReplace: (present: ObjectMeta | undefined) => void,
  ): ObjectMeta {
    const present = this.#objects.get(meta.key);
    mayReplace(present);
    // S3 reports times in whole seconds.
    const lastModified = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
    const object: ObjectMeta = { ...meta, data: basename(body), lastModified };
    renameSync(body, this.fileOf(object));
    const keyFile = this.#keyFile(meta.key);
    writeFileSync(`${keyFile}.new`, JSON.stringify(object));
    renameSync(`${keyFile}.new`, keyFile);
    this.#objects.set(meta.key, object);
    if (present) rmSync(this.fileOf(present), { force: true });
    return object;
  }

  /** Deletes an object; like S3, does not fail if the key does not exist. */
  delete(key: string): void {
    const present = this.#objects.get(key);
    if (!present) return;
    rmSync(this.#keyFile(key), { force: true });
    rmSync(this.fileOf(present), { force: true });
    this.#objects.delete(key);
  }

  #load(): void {
    const keys = join(this.#dir, 'keys');
    for (const file of readdirSync(keys).filter((name) => name.endsWith('.json'))) {
      const meta = JSON.parse(readFileSync(join(keys, file), 'utf8')) as ObjectMeta; // our own file
      if (existsSync(this.fileOf(meta))) this.#objects.set(meta.key, meta);
    }
    this.#sweep();
  }

  // Removes bytes that a killed stack left without a key.
  #sweep(): void {
    rmSync(this.incoming, { recursive: true });
    mkdirSync(this.incoming);
    const named = new Set([...this.#objects.values()].map(({ data }) => data));
    for (const file of readdirSync(join(this.#dir, 'data'))) {
      if (!named.has(file)) rmSync(join(this.#dir, 'data', file));
    }
  }

  // A key may be longer than a file name and contain any character.
  #keyFile(key: string): string {
    return join(this.#dir, 'keys', `${createHash('sha256').update(key).digest('hex')}.json`);
  }
}
