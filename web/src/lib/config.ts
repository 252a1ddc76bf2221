import { readField } from './readField.ts';

/** Where this deployment's API is, and the key for reading it in public. */
export interface Config {
  graphqlUrl: string;
  realtimeUrl: string;
  apiKey: string;
}

const FILE = '/config.json';

let loading: Promise<Config> | undefined;

/** Reads the file that the deployment puts beside the app, once. Throws when it is absent or incomplete. */
export function loadConfig(): Promise<Config> {
  loading ??= readConfig();
  return loading;
}

async function readConfig(): Promise<Config> {
  const answer = await fetch(FILE, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${FILE}: expected 200, got ${answer.status}`);
  const config: unknown = await answer.json();
  return {
    graphqlUrl: readField(FILE, config, 'graphqlUrl', 'string'),
    realtimeUrl: readField(FILE, config, 'realtimeUrl', 'string'),
    apiKey: readField(FILE, config, 'apiKey', 'string'),
  };
}
