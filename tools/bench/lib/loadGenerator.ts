// Runs in its own process, so that generating load does not slow the server.
import autocannon from 'autocannon';
import type { Load } from './requestRate.ts';

const load: Load = JSON.parse(process.argv[2] ?? '');
const result = await autocannon({
  url: load.url,
  method: 'POST',
  headers: load.headers,
  body: load.body,
  connections: load.connections,
  duration: load.seconds,
});
const { errors, timeouts, non2xx, mismatches } = result;
if (errors + timeouts + non2xx + mismatches > 0) {
  throw new Error(`${load.url}: ${JSON.stringify({ errors, timeouts, non2xx, mismatches })}`);
}
console.log(JSON.stringify(result['2xx'] / result.duration));
