import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suites } from '../../../tools/conformance/beliefs.ts';
import { judge } from '../../../tools/conformance/judge.ts';
import {
  type LocalTarget,
  startConformanceApi,
} from '../../../tools/conformance/startConformanceApi.ts';
import { ConformanceTarget } from '../../../tools/conformance/target.ts';

let local: LocalTarget;
let target: ConformanceTarget;

beforeAll(async () => {
  local = await startConformanceApi(() => undefined);
  target = new ConformanceTarget(local.settings);
});
afterAll(() => local?.stop());

describe.each(Object.entries(suites))('AppSync, asked about %s', (_, beliefs) => {
  it.each(beliefs)('$id: $says', async (belief) => {
    const { verdict, expected, seen } = await judge(belief, target);
    expect({ verdict, expected, seen }).toEqual({ verdict: 'confirmed' });
  });
});

it('the table of AppSync’s behaviours states each belief once', () => {
  const ids = Object.values(suites).flatMap((beliefs) => beliefs.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
