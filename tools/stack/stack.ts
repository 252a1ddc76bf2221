import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { z } from 'zod';
import { type Database, openDatabase } from '../../db/database.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';

const accessKey = z.object({
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  sessionToken: z.string(),
});

/** The schema of `stack.json`. */
export const stackSchema = z.object({
  web: z.string(),
  graphql: z.string(),
  realtime: z.string(),
  apiKey: z.string(),
  auth: z.string(),
  inbox: z.string(),
  console: z.string(),
  endpoints: z.object({
    rdsData: z.string(),
    s3: z.string(),
    ses: z.string(),
    states: z.string(),
    kms: z.string(),
    lambda: z.string(),
  }),
  members: z.array(z.object({ login: z.string(), password: z.string(), email: z.string() })),
  operator: z.object({ login: z.string(), password: z.string(), email: z.string() }),
  /** The roles with which workflows publish and partners, if any, send requests. */
  roles: z.object({ publisher: accessKey, partner: accessKey.optional() }),
  resources: z.object({
    clusterArn: z.string(),
    secretArn: z.string(),
    shopClusterArn: z.string(),
    shopSecretArn: z.string(),
    feedBucket: z.string(),
    ingestStateMachine: z.string(),
    releaseStateMachine: z.string(),
  }),
  shop: z.object({
    url: z.string(),
    socketPath: z.string(),
    user: z.string(),
    database: z.string(),
  }),
});

/** Every address and credential of a running stack: the contents of `.local/stack.json`. */
export type Stack = z.infer<typeof stackSchema>;

/** The credentials and region that every AWS client needs and the local stack accepts. */
export const clientSettings = {
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};

/** Returns the running stack whose state is in `dir`. Stops with a message if there is none. */
export function readStack(dir: string): Stack {
  const file = join(resolve(dir), 'stack.json');
  if (!existsSync(file)) {
    throw new StopWithMessage(
      `No running stack: ${file} does not exist. Start one with: npm start (or give its --dir PATH).`,
    );
  }
  return stackSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * Opens the stack's own database through its Data API. A deployment has no endpoints of its own:
 * there AWS's endpoint is used, with the credentials of the environment.
 */
export function openStackDatabase(stack: Omit<Stack, 'endpoints'> & Partial<Stack>): Database {
  const { resources, endpoints } = stack;
  return openDatabase(
    { clusterArn: resources.clusterArn, secretArn: resources.secretArn, database: 'shinkan' },
    new RDSDataClient(
      endpoints === undefined
        ? { region: resources.clusterArn.split(':')[3] ?? '' }
        : { ...clientSettings, endpoint: endpoints.rdsData },
    ),
  );
}
