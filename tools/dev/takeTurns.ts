import { setTimeout as pause } from 'node:timers/promises';

/** An editor may emit several events for one save. */
const QUIET_MS = 20;

/** Collects saved files, and has `update` handle them in one call after another. */
export function takeTurns(update: (files: string[]) => Promise<void>): {
  add(file: string): void;
  /** Waits for the current update and starts no other. */
  stop(): Promise<void>;
} {
  const saved = new Set<string>();
  let turn: Promise<void> | undefined;
  let stopped = false;

  async function takeAll(): Promise<void> {
    while (saved.size > 0 && !stopped) {
      await pause(QUIET_MS);
      const files = [...saved];
      saved.clear();
      await update(files);
    }
    turn = undefined;
  }

  return {
    add(file) {
      saved.add(file);
      turn ??= takeAll();
    },
    async stop() {
      stopped = true;
      await turn;
    },
  };
}
