import type { FaultRule } from '../../local/services/protocol/faults.ts';

/** Makes a service of a running stack fail during `work`, whoever calls it. */
export async function withFaults<T>(
  endpoint: string,
  faults: FaultRule[],
  work: () => Promise<T>,
): Promise<T> {
  await ask(endpoint, { method: 'PUT', body: JSON.stringify({ faults }) });
  try {
    return await work();
  } finally {
    await ask(endpoint, { method: 'DELETE' });
  }
}

async function ask(endpoint: string, init: RequestInit): Promise<void> {
  const answer = await fetch(new URL('/_local/faults', endpoint), init);
  if (!answer.ok) throw new Error(`The faults were not switched: ${await answer.text()}`);
}
