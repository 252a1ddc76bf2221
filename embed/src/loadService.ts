import { createShinkanClient, type ShinkanClient } from '../../client/src/index.ts';

/** Shinkan as a page reaches it: its API, and the site on which one signs in and subscribes. */
export interface Service {
  client: Pick<ShinkanClient, 'request' | 'onBookEvents'>;
  site: string;
}

/** Reads where the API is from the file beside the script. Throws when it is absent or incomplete. */
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
  if (typeof value !== 'string') throw new Error(`config.json: expected a text as ${name}`);
  return value;
}
