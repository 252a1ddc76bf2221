// Claims mails like a sender until none is left, in its own process. Arguments: the Data API, this
// sender's number, and the number of senders. Prints how many it claimed, with start and end.
import { randomUUID } from 'node:crypto';
import { claimMails } from '../../../services/mail/outbox/claimMails.ts';
import { openBenchDatabase } from '../feed/openBenchDatabase.ts';

const [, , url = '', sender = '0', senders = '1'] = process.argv;
const { database, close } = openBenchDatabase(url);
const ports = { database, clock: () => new Date(), ids: randomUUID };
const shards = [...Array(16).keys()].filter((shard) => shard % Number(senders) === Number(sender));

await database.query('select 1');
const from = Date.now();
let claimed = 0;
for (;;) {
  const mails = await claimMails(ports, shards);
  if (mails.length === 0) break;
  claimed += mails.length;
}
console.log(JSON.stringify({ claimed, from, to: Date.now() }));
close();
