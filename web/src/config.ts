import { z } from 'zod/mini';

const Config = z.object({
  graphqlUrl: z.url(),
  realtimeUrl: z.url(),
  apiKey: z.string().check(z.minLength(1)),
});

/** Where this deployment's API is, and the key for reading it in public. */
export type Config = z.infer<typeof Config>;

/** Reads the file that the deployment puts beside the app. Throws when it is absent or incomplete. */
export async function loadConfig(): Promise<Config> {
  const answer = await fetch('/config.json', { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`/config.json: expected 200, got ${answer.status}`);
  return Config.parse(await answer.json());
}
