import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { canReach, testStack } from '../../../tools/testing/testStack.ts';
import { type Met, openAskers } from './matrix/askers.ts';
import { FIELDS } from './matrix/fields.ts';
import { makeOneOfEach } from './matrix/fixtures.ts';
import { type Matrix, printMatrix } from './matrix/matrix.ts';
import { observeHttp } from './matrix/observeHttp.ts';
import { observeLive } from './matrix/observeLive.ts';
import { WHO, type Who } from './matrix/who.ts';
import { openProbe } from './mutants/observeProbe.ts';
import { type ProbeApi, startProbeApi } from './mutants/probeApi.ts';

type Meetings = { [who in Who]: Map<string, Met> };

let probeApi: ProbeApi;
let http: Meetings;
let live: { [who in Who]: Set<string> };
let own: Meetings;

const hasAll = canReach('database') && canReach('identity') && canReach('roles');

describe.skipIf(!hasAll)('bar 07 auth matrix', () => {
  beforeAll(async () => {
    const stack = testStack();
    const askers = await openAskers(stack);
    const made = await makeOneOfEach(openStackDatabase(stack), stack.graphql, askers);
    live = await observeLive(stack, askers, made);
    const met: [Who, Map<string, Met>][] = [];
    for (const who of WHO)
      met.push([who, await observeHttp(askers[who], stack.graphql, made.fill)]);
    http = Object.fromEntries(met) as Meetings;
    probeApi = await startProbeApi();
    const probe = await openProbe(probeApi);
    own = await probe.observe();
    probe.close();
  });
  afterAll(() => probeApi?.stop());

  it(`the auth matrix holds in ${FIELDS.length * WHO.length * 2} cells over HTTP and WebSocket`, async () => {
    const matrix = Object.fromEntries(
      WHO.map((who) => [who, { http: http[who], live: live[who], own: own[who] }]),
    ) as Matrix;
    // Reviewed by people: a field that is not listed there has not been reviewed.
    await expect(printMatrix(matrix)).toMatchFileSnapshot('./authMatrix.txt');
  });

  it('the auth matrix has somebody for whom each field is answered', () => {
    const isAnswered = (name: string) =>
      WHO.some((who) => http[who].get(name) === 'answered' || live[who].has(name));
    expect(FIELDS.filter((name) => !isAnswered(name))).toEqual([]);
  });

  it('the auth matrix treats each query as it treats the field itself', () => {
    const otherwise = WHO.flatMap((who) => [
      ...[...http[who]].filter(([name, how]) => own[who].get(name) !== how).map(([name]) => name),
      ...[...live[who]].filter((name) => own[who].get(name) !== 'answered'),
    ]);
    expect(otherwise).toEqual([]);
  });

  it('the API rejects requests without credentials', async () => {
    const response = await fetch(testStack().graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ latestBookEventCursor }"}',
    });
    expect(response.status).toBe(401);
  });
});
