import mysql, { type Pool, type PoolConnection } from 'mysql2/promise';
import { AwsError } from '../protocol/awsError.ts';
import { badRequest, databaseError } from './errors.ts';
import type { Target } from './wire.ts';

/** A database cluster that the Data API reaches. */
export interface Cluster {
  resourceArn: string;
  /** Whether the cluster's HTTP endpoint is on. */
  httpEndpoint: boolean;
  socketPath: string;
  /** Who each secret lets in. */
  users: { [secretArn: string]: { user: string; password: string } };
}

/** Connections to the clusters, one pool for each user and database. */
export interface Connections {
  open(target: Target): Promise<PoolConnection>;
  end(): Promise<void>;
}

/** A cluster takes as many sessions as its size allows; this is above what one machine can use. */
const connectionsPerPool = 60;

/** Opens connections the way the Data API does: as the user in the secret. */
export function poolConnections(clusters: Cluster[], statementTimeout: number): Connections {
  const pools = new Map<string, Pool>();
  return {
    async open(target) {
      const { cluster, user, password } = authorize(clusters, target);
      const key = JSON.stringify([cluster.resourceArn, user, target.database ?? null]);
      let pool = pools.get(key);
      if (pool === undefined) {
        pool = createPool({ ...cluster, user, password }, target.database);
        pools.set(key, pool);
      }
      const connection = await pool.getConnection();
      await prepareSession(connection, statementTimeout);
      return connection;
    },
    async end() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}

function authorize(clusters: Cluster[], { resourceArn, secretArn, schema }: Target) {
  if (!resourceArn) throw badRequest('resourceArn is missing');
  if (!secretArn) throw badRequest('secretArn is missing');
  if (schema !== undefined) throw badRequest('schema is not supported');
  const cluster = clusters.find((candidate) => candidate.resourceArn === resourceArn);
  if (cluster === undefined) {
    throw new AwsError('NotFoundException', `There is no database cluster ${resourceArn}`, 404);
  }
  if (!cluster.httpEndpoint) {
    throw new AwsError(
      'HttpEndpointNotEnabledException',
      `The HTTP endpoint of ${resourceArn} is off`,
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
    maxIdle: 8,
    idleTimeout: 30_000,
    maxPreparedStatements: 256,
    charset: 'UTF8MB4_0900_AI_CI',
    timezone: 'Z',
    rowsAsArray: true,
    dateStrings: true,
    supportBigNumbers: true,
    jsonStrings: true,
    // The driver would let `now ()` pass, which MySQL does not by default.
    flags: ['-IGNORE_SPACE'],
  });
}

const prepared = new WeakSet<object>();

async function prepareSession(connection: PoolConnection, statementTimeout: number): Promise<void> {
  if (prepared.has(connection.connection)) return;
  await connection.query(`set session max_statement_time = ${statementTimeout}`);
  prepared.add(connection.connection);
}
