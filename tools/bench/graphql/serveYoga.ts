// The list with graphql-yoga and mysql2, as one would write it by hand: a pool, a prepared
// statement, only the necessary columns. Without a socket, it answers from memory.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSchema, createYoga } from 'graphql-yoga';
import { createPool, type RowDataPacket } from 'mysql2/promise';
import { inMemory } from './inMemory.ts';
import { toListing } from './listing.ts';
import { readWholeSchema } from './readSchema.ts';

const [socketPath] = process.argv.slice(2);
const list = socketPath === undefined ? inMemory : fromDatabase(socketPath);

const yoga = createYoga({
  schema: createSchema({
    typeDefs: readWholeSchema(),
    resolvers: {
      Query: { upcomingBooks: (_parent: unknown, { first }: { first: number }) => list(first) },
    },
  }),
  logging: false,
  graphiql: false,
  landingPage: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});

function fromDatabase(path: string) {
  const pool = createPool({
    socketPath: path,
    user: 'root',
    database: 'shinkan',
    connectionLimit: 16,
    dateStrings: true,
    jsonStrings: true,
  });
  const range = (status: string) =>
    `(select id, release_order from book where status = '${status}' order by release_order, id limit ?)`;
  const sql = `select b.release_order, b.id, b.isbn, b.title, b.subtitle, b.volume, b.contributors,
      b.publisher, b.price, b.release_earliest, b.release_latest, b.release_precision,
      b.release_text, b.status
    from (${range('UPCOMING')} union all ${range('UNCONFIRMED')} order by release_order, id limit ?) place
    join book b on b.id = place.id
    order by place.release_order, place.id`;
  return async (first: number) => {
    const limit = first + 1;
    const [rows] = await pool.execute<RowDataPacket[]>(sql, [limit, limit, limit]);
    return toListing(rows, first);
  };
}
