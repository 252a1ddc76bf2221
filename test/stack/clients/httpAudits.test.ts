import { serverAudits } from 'graphql-http';
import { expect, it } from 'vitest';
import { testStack } from '../../support/testStack.ts';

/**
 * Where AppSync, and so the local one, is not what GraphQL over HTTP recommends, each with its
 * reason. `notice` is a MAY of that specification, `warn` a SHOULD; no MUST is missed.
 */
const EXPECTED_MISSES: { [audit: string]: string } = {};

it('misses of GraphQL over HTTP what AppSync misses, and nothing else', async () => {
  const { graphql: url, apiKey } = testStack();
  const fetchFn = (address: string, init: RequestInit = {}) =>
    fetch(address, { ...init, headers: { ...(init.headers as object), 'x-api-key': apiKey } });
  const results = [];
  for (const audit of serverAudits({ url, fetchFn })) {
    const result = await audit.fn();
    results.push(
      result.status === 'ok'
        ? 'ok'
        : `${result.id} ${result.status}: ${result.name} — ${result.reason}`,
    );
  }
  console.log(results.filter((r) => r !== 'ok').join('\n'), results.length);
  expect(results.filter((r) => r !== 'ok')).toEqual(Object.keys(EXPECTED_MISSES));
});
