import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../scripts/stack.ts';
import { testStack } from '../../support/testStack.ts';
import { type Askers, openAskers } from './matrix/askers.ts';
import { FIELDS } from './matrix/fields.ts';
import { makeOneOfEach } from './matrix/fixtures.ts';
import { type Matrix, printMatrix } from './matrix/matrix.ts';
import { observeHttp } from './matrix/observeHttp.ts';
import { observeLive } from './matrix/observeLive.ts';
import { WHO, type Who } from './matrix/who.ts';
import { openProbe } from './mutants/observeProbe.ts';
import { type ProbeApi, startProbeApi } from './mutants/probeApi.ts';

type Sets = { [who in Who]: Set<string> };

let askers: Askers;
let probeApi: ProbeApi;
let http: Sets;
let live: Sets;
let open: Sets;

beforeAll(async () => {
  const stack = testStack();
  askers = await openAskers(stack);
  const made = await makeOneOfEach(openStackDatabase(stack), stack.graphql, askers);
  live = await observeLive(stack, askers, made);
  const reached = new Map<Who, Set<string>>();
  for (const who of WHO) reached.set(who, await observeHttp(askers[who], stack.graphql, made.fill));
  http = Object.fromEntries(reached) as Sets;
  probeApi = await startProbeApi();
  const probe = await openProbe(probeApi);
  open = await probe.observe();
  probe.close();
});
afterAll(() => probeApi?.stop());

describe('bar 07 auth matrix, mutants', () => {
  it(`holds in ${FIELDS.length * WHO.length * 2} cells over HTTP and WebSocket`, async () => {
    const matrix = Object.fromEntries(
      WHO.map((who) => [who, { http: http[who], live: live[who], open: open[who] }]),
    ) as Matrix;
    // Reviewed by people: a field that is not listed there has not been reviewed.
    await expect(printMatrix(matrix)).toMatchFileSnapshot('./authMatrix.txt');
  });

  it('has each field answered to somebody', () => {
    const answered = WHO.flatMap((who) => [...http[who], ...live[who]]);
    expect(FIELDS.filter((name) => !answered.includes(name))).toEqual([]);
  });

  it('answers nothing that is refused as such', () => {
    const beyond = WHO.flatMap((who) =>
      [...http[who], ...live[who]]
        .filter((name) => !open[who].has(name))
        .map((name) => [who, name]),
    );
    expect(beyond).toEqual([]);
  });

  it('lets nobody in without credentials', async () => {
    const response = await fetch(testStack().graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ latestBookEventCursor }"}',
    });
    expect(response.status).toBe(401);
  });
});
