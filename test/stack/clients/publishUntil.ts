import { vi } from 'vitest';
import { testStack } from '../../../tools/testing/testStack.ts';
import { publish } from '../resolvers/publish.ts';

/**
 * Publishes the event of the log repeatedly until it is heard: these clients do not report when a
 * subscription has started, and publishing twice is harmless.
 */
export async function publishUntil(seq: string, isHeard: () => boolean): Promise<void> {
  await vi.waitFor(
    async () => {
      await publish(testStack(), seq);
      if (!isHeard()) throw new Error(`event ${seq} has not been heard`);
    },
    { timeout: 15_000, interval: 200 },
  );
}
