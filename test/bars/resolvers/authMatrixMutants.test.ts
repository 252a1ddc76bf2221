import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELDS, SDL } from '../../stack/resolvers/matrix/fields.ts';
import { readOwn } from '../../stack/resolvers/matrix/matrix.ts';
import { WHO } from '../../stack/resolvers/matrix/who.ts';
import { equivalents } from '../../stack/resolvers/mutants/equivalents.ts';
import { guardMutants } from '../../stack/resolvers/mutants/guardMutants.ts';
import { openProbe, type Probe } from '../../stack/resolvers/mutants/observeProbe.ts';
import { policyMutants, ROOT_FIELDS } from '../../stack/resolvers/mutants/policyMutants.ts';
import {
  type Mutant,
  type ProbeApi,
  startProbeApi,
} from '../../stack/resolvers/mutants/probeApi.ts';
import { bareFieldMutants, schemaMutants } from '../../stack/resolvers/mutants/schemaMutants.ts';

const MATRIX = readOwn(
  readFileSync(new URL('../../stack/resolvers/authMatrix.txt', import.meta.url), 'utf8'),
);

let api: ProbeApi;
let probe: Probe;

beforeAll(async () => {
  api = await startProbeApi();
  probe = await openProbe(api);
});
afterAll(async () => {
  probe?.close();
  await api?.stop();
});

/** The cells that differ from the reviewed ones: `partner: Query.book`. */
async function findWrong(mutant: Mutant): Promise<string[]> {
  await api.become(mutant);
  const own = await probe.observe();
  return WHO.flatMap((who) =>
    FIELDS.filter((name) => own[who].get(name) !== MATRIX[who].get(name)).map(
      (name) => `${who}: ${name}`,
    ),
  );
}

/** The mutants that go unnoticed. */
async function findSurvivors(mutants: (Mutant & { name: string })[]): Promise<string[]> {
  const survivors: string[] = [];
  for (const mutant of mutants) {
    if ((await findWrong(mutant)).length === 0) survivors.push(mutant.name);
  }
  return survivors;
}

describe('bar 07 auth matrix, mutants', () => {
  const ofSchema = schemaMutants(SDL);

  it('the auth matrix is green with the API as it is', async () => {
    expect(await findWrong({})).toEqual([]);
  });

  it(`the auth matrix goes red for each of ${ofSchema.length} directives that are removed or added`, async () => {
    expect(await findSurvivors(ofSchema)).toEqual(equivalents.ofSchema);
  }, 240_000);

  it.each(bareFieldMutants(SDL))(
    'the auth matrix goes red for each field without a directive that is given @$mode',
    async ({ mode, fields, schema }) => {
      const wrong = new Set((await findWrong({ schema })).map((cell) => cell.split(': ')[1]));
      expect(fields.filter((name) => !wrong.has(name))).toEqual(equivalents.ofBareFields(mode));
    },
  );

  it('the auth matrix goes red for each place that no longer checks for an operator', async () => {
    const mutants = guardMutants(api.deployed.codes);
    const survivors = await findSurvivors(
      mutants.map(({ name, key, code }) => ({ name, code: { key, code } })),
    );
    expect(mutants.length).toBeGreaterThan(15);
    expect(survivors).toEqual(equivalents.ofGuards);
  }, 120_000);

  it.each(['partner', 'workflow'] as const)(
    'the auth matrix goes red for each field too few or too many in the policies of the %s',
    async (who) => {
      const { signers, arn, [who]: key } = api.deployed;
      const statements = signers[key.accessKeyId]?.statements ?? [];
      const mutants = policyMutants(who, statements, arn);
      const survivors = await findSurvivors(
        mutants.map(({ name, statements: changed }) => ({
          name,
          policies: { who, statements: changed },
        })),
      );
      expect(mutants.length).toBeGreaterThan(20);
      // No policy opens what the schema closes to every signed request.
      const closed = ROOT_FIELDS.filter((name) => !MATRIX.administrator.has(name));
      expect(survivors).toEqual([
        ...equivalents.ofPolicies[who],
        ...closed.map((name) => `the ${who} with ${name}`),
      ]);
    },
    120_000,
  );
});
