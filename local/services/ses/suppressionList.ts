import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SuppressionReason } from './readSender.ts';

export interface SuppressedAddress {
  address: string;
  reason: SuppressionReason;
  /** ISO 8601. */
  at: string;
  /** The mail and the report that added it; omitted if a call did. */
  messageId?: string;
  feedbackId?: string;
}

/** The account's suppression list. It is kept in a file, which is rewritten on every change. */
export class SuppressionList {
  readonly #file: string;
  readonly #byAddress = new Map<string, SuppressedAddress>();

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    const listed = JSON.parse(readFileSync(file, 'utf8')) as SuppressedAddress[]; // our own file
    for (const one of listed) this.#byAddress.set(keyOf(one.address), one);
  }

  find(address: string): SuppressedAddress | undefined {
    return this.#byAddress.get(keyOf(address));
  }

  /** Newest first. */
  list(): SuppressedAddress[] {
    return [...this.#byAddress.values()].reverse();
  }

  /** Adds an address or updates its reason. */
  put(entry: SuppressedAddress): void {
    this.#byAddress.delete(keyOf(entry.address));
    this.#byAddress.set(keyOf(entry.address), entry);
    this.#save();
  }

  /** Returns false if the address was not listed. */
  delete(address: string): boolean {
    const was = this.#byAddress.delete(keyOf(address));
    if (was) this.#save();
    return was;
  }

  #save(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    const text = `${JSON.stringify([...this.#byAddress.values()])}\n`;
    writeFileSync(`${this.#file}.new`, text, { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

// "Using the account-level suppression list": addresses compare case-insensitively.
function keyOf(address: string): string {
  return address.toLowerCase();
}
