import mysql, { type Pool, type PoolConnection } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import { AwsError } from '../protocol/awsError.ts';
import { badRequest, databaseError, validation } from './errors.ts';
import type { Target } from './wire.ts';

/** A database cluster that the Data API serves. */
export interface Cluster {
  resourceArn: string;
  /** Whether the cluster's HTTP endpoint is enabled. */
  httpEndpoint: boolean;
  socketPath: string;
  /** The user of each secret. */
  users: { [secretArn: string]: { user: string; password: string } };
}

/** Connections to the clusters, with one pool per user and database. */
export interface Connections {
  open(target: Target): Promise<PoolConnection>;
  /** Ends the statement that runs on a connection, from another one of its user. */
  endStatement(connection: PoolConnection): Promise<void>;
  end(): Promise<void>;
}

/** A real cluster's limit depends on its size; this is more than one machine can use. */
const connectionsPerPool = 60;

/** Opens connections as the Data API does: as the user in the secret. */
export function poolConnections(clusters: Cluster[]): Connections {
  const pools = new Map<string, Pool>();
  return {
    open(target) {
      const { cluster, user, password } = authorize(clusters, target);
      const key = `${cluster.resourceArn}\n${user}\n${target.database ?? ''}`;
      let pool = pools.get(key);
      if (pool === undefined) {
        pool = createPool({ ...cluster, user, password }, target.database);
        pools.set(key, pool);
      }
      return borrow(pool);
    },
    async endStatement({ threadId, config }) {
      const { socketPath = '', user = '', password = '' } = config;
      const other = await createConnection({ socketPath, user, password });
      await other.query('kill query ?', [threadId]);
      await other.end();
    },
    async end() {
      await Promise.all([...pools.values()].map((pool) => pool.promise().end()));
    },
  };
}

function borrow(pool: Pool): Promise<PoolConnection> {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => {
      if (error === null) resolve(connection);
      else reject(error);
    });
  });
}

function authorize(clusters: Cluster[], { resourceArn, secretArn, schema }: Target) {
  if (!resourceArn) throw badRequest('resourceArn is missing');
  if (!secretArn) throw badRequest('secretArn is missing');
  // API guide, "Comparing Amazon RDS Data API behaviors": class and text.
  if (schema !== undefined) throw validation("The schema parameter isn't supported");
  const cluster = clusters.find((candidate) => candidate.resourceArn === resourceArn);
  // API guide, "Troubleshooting": an unknown cluster ARN has the same error as a disabled endpoint.
  if (cluster?.httpEndpoint !== true) {
    throw new AwsError(
      'HttpEndpointNotEnabledException',
      `HttpEndpoint is not enabled for resource ${resourceArn}`,
    );
  }
  const known = cluster.users[secretArn];
  if (known !== undefined) return { cluster, ...known };
  const stranger = clusters.map(({ users }) => users[secretArn]).find((user) => user !== undefined);
  if (stranger === undefined) {
    throw new AwsError('SecretsErrorException', `The secret ${secretArn} was not found`);
  }
  throw databaseError(
    `Access denied for user '${stranger.user}'@'localhost' (using password: YES)`,
    1045,
    '28000',
  );
}

function createPool(
  { socketPath, user, password }: { socketPath: string; user: string; password: string },
  database: string | undefined,
): Pool {
  return mysql.createPool({
    socketPath,
    user,
    password,
    ...(database === undefined || database === '' ? {} : { database }),
    connectionLimit: connectionsPerPool,
    maxIdle: 16,
    idleTimeout: 30_000,
    maxPreparedStatements: 256,
    charset: 'UTF8MB4_0900_AI_CI',
    timezone: 'Z',
    rowsAsArray: true,
    dateStrings: true,
    supportBigNumbers: true,
    jsonStrings: true,
    // The driver would accept `now ()`, which MySQL by default does not.
    flags: ['-IGNORE_SPACE'],
  });
}
