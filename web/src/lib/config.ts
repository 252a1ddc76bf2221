import { readField } from './readField.ts';

/** This deployment's API and the key for public reads. */
export interface Config {
  graphqlUrl: string;
  realtimeUrl: string;
  apiKey: string;
}

const FILE = '/config.json';

let loading: Promise<Config> | undefined;

/** Reads the deployment's configuration file, once. Throws if it is missing or incomplete. */
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
