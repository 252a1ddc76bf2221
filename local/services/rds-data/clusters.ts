import mysql, { type Pool, type PoolConnection } from 'mysql2';
import { AwsError } from '../protocol/awsError.ts';
import { badRequest, databaseError, validation } from './errors.ts';
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
    open(target) {
      const { cluster, user, password } = authorize(clusters, target);
      const key = `${cluster.resourceArn}\n${user}\n${target.database ?? ''}`;
      let pool = pools.get(key);
      if (pool === undefined) {
        pool = createPool({ ...cluster, user, password }, target.database);
        // Queued before anything that a borrower of the new connection sends.
        pool.on('connection', (connection) => {
          connection.query(`set session max_statement_time = ${statementTimeout}`);
        });
        pools.set(key, pool);
      }
      return borrow(pool);
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
  // API guide, "Troubleshooting": an ARN that matches no cluster is answered like an endpoint that is off.
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
    // The driver would let `now ()` pass, which MySQL does not by default.
    flags: ['-IGNORE_SPACE'],
  });
}
