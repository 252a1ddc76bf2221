import { readFileSync } from 'node:fs';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { startDatabaseServer } from '../../../local/services/database/startDatabaseServer.ts';

/** A database server that can be killed and restarted on its data, with a root connection. */
export async function startServer(dir: string) {
  const log = () => undefined;
  let server = await startDatabaseServer(dir, log);
  let connection = await connect();

  return {
    connectAsRoot: server.connectAsRoot,
    socketPath: server.socketPath,
    /** A connection that bypasses the Data API and anything before it; a new one after a kill. */
    sql: (): Connection => connection,
    /** Ends the server with SIGKILL; returns a function that restarts it. */
    async kill(): Promise<() => Promise<void>> {
      const [[row]] = await connection.query<RowDataPacket[]>('select @@pid_file as file');
      process.kill(Number(readFileSync(String(row?.file), 'utf8')), 'SIGKILL');
      connection.destroy();
      return async () => {
        await server.stop();
        server = await startDatabaseServer(dir, log);
        connection = await connect();
      };
    },
    async stop(): Promise<void> {
      connection.destroy();
      await server.stop();
    },
  };

  async function connect(): Promise<Connection> {
    const opened = await server.connectAsRoot();
    // A query on it reports that the server is gone.
    opened.on('error', () => undefined);
    await opened.query('create database if not exists shinkan');
    await opened.query('use shinkan');
    return opened;
  }
}
