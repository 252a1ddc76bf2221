import { RDSDataClient } from '@aws-sdk/client-rds-data';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { openDatabase } from '../../db/database.ts';
import { detectOnSale } from '../../services/release/detectOnSale.ts';
import { target } from './data-api/cluster.ts';
import { prepareWorld, sellFirst, shopDatabase } from './detect/world.ts';
import { serveDatabase } from './feed/serveDatabase.ts';
import { compare } from './lib/compare.ts';
import { checkSameAnswer } from './lib/sameAnswer.ts';
import { sized } from './lib/smallest.ts';
import { timed } from './lib/timed.ts';
import type { Line } from './lib/toLine.ts';

const SIZES = {
  upcoming: sized(20_000, 200),
  watched: sized(6_000, 60),
  master: sized(500_000, 1_000),
};
const SOLD = sized(50, 5);
const LIMIT_MS = 1000;

const BARE_JOIN = `
  select b.isbn, b.on_sale_at, b.product_url
  from json_table(?, '$[*]' columns (isbn varchar(13) character set ascii path '$')) as t
  straight_join ${shopDatabase}.shop_book b on b.isbn = t.isbn`;

/** Times one check of the shop, from the titles in question to the commit of the events. */
export async function bench(): Promise<Line[]> {
  const served = await serveDatabase();
  try {
    await prepareWorld(served.direct, SIZES);
    return await race(served.url, served.direct);
  } finally {
    await served.stop();
  }
}

async function race(url: string, direct: Connection): Promise<Line[]> {
  const client = new RDSDataClient({
    endpoint: url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const open = (database: string) =>
    openDatabase({ clusterArn: target.resourceArn, secretArn: target.secretArn, database }, client);
  const ports = { database: open(target.database), shop: open(shopDatabase), clock };
  const look = async () => {
    await sellFirst(direct, SOLD);
    return timed(async () => {
      const detected = await detectOnSale(ports);
      checkSameAnswer('a look at the shop', detected, {
        onSale: SOLD,
        withdrawn: 0,
        isDoubted: false,
      });
    })();
  };
  const askedOnce = async (read: (connection: Connection) => Promise<string[]>) => {
    await sellFirst(direct, SOLD);
    return timed(async () => {
      const found = await read(direct);
      if (found.length !== SOLD) checkSameAnswer('a peer', found.length, SOLD);
    })();
  };
  try {
    return await compare({
      path: `a look at the shop: ${SIZES.upcoming} to come, ${SIZES.watched} lately on sale, ${SIZES.master} in the master, ${SOLD} new`,
      unit: 'ms',
      better: 'lower',
      ours: { name: 'a whole pass', measure: look },
      peers: [
        { name: `limit of ${LIMIT_MS} ms`, goal: 1, measure: async () => LIMIT_MS },
        { name: 'reading the whole master, mysql2', goal: 1, measure: () => askedOnce(readMaster) },
        { name: 'a bare join, mysql2', goal: null, measure: () => askedOnce(joinBare) },
      ],
    });
  } finally {
    client.destroy();
  }
}

/** Reads the titles in question and every title that the shop sells, and compares them here. */
async function readMaster(connection: Connection): Promise<string[]> {
  const upcoming = new Set(await readUpcoming(connection));
  const [rows] = await connection.query<RowDataPacket[]>(
    `select isbn, on_sale_at, product_url from ${shopDatabase}.shop_book`,
  );
  return rows.map((row) => String(row.isbn)).filter((isbn) => upcoming.has(isbn));
}

/** Reads the titles in question and joins them with the master, by thirteen digits only. */
async function joinBare(connection: Connection): Promise<string[]> {
  const upcoming = await readUpcoming(connection);
  const [rows] = await connection.query<RowDataPacket[]>(BARE_JOIN, [JSON.stringify(upcoming)]);
  return rows.map((row) => String(row.isbn));
}

async function readUpcoming(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "select distinct isbn from book where status = 'UPCOMING' and isbn is not null",
  );
  return rows.map((row) => String(row.isbn));
}

function clock(): Date {
  return new Date();
}
