/** The maximum delay of a Node timer in milliseconds: 24.8 days. */
const LONGEST_TIMER = 2_147_483_647;

/**
 * Resolves at a moment (milliseconds since 1970), however distant. Rejects with the signal's
 * reason.
 */
export async function sleepUntil(moment: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const left = moment - Date.now();
    if (left <= 0) return;
    await sleep(Math.min(left, LONGEST_TIMER), signal);
  }
}

/** The outcome of `work`; rejects with the signal's reason if it is aborted first. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}
