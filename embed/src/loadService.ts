import { createShinkanClient, type ShinkanClient } from '../../client/src/index.ts';

/** Shinkan's API, and the site for signing in and subscribing. */
export interface Service {
  client: Pick<ShinkanClient, 'request' | 'onBookEvents'>;
  site: string;
}

/**
 * Reads the API's address from the file beside the script. Throws if it is missing or incomplete.
 */
export async function loadService(): Promise<Service> {
  const file = new URL('config.json', import.meta.url);
  const answer = await fetch(file, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${file}: expected 200, got ${answer.status}`);
  const config: unknown = await answer.json();
  return {
    client: createShinkanClient({
      endpoint: readText(config, 'graphqlUrl'),
      realtimeEndpoint: readText(config, 'realtimeUrl'),
      apiKey: readText(config, 'apiKey'),
    }),
    site: file.origin,
  };
}

function readText(config: unknown, name: string): string {
  const value: unknown = Object(config)[name];
  if (typeof value !== 'string') throw new Error(`config.json: expected a string in ${name}`);
  return value;
}
