import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const source = readFileSync(
  new URL('../../services/appsync/code/copyJson.js', import.meta.url),
  'utf8',
);
const context = vm.createContext({});
const foreign = vm.runInContext('Object.prototype', context);
const copy: (value: object, most: number) => object | undefined =
  vm.runInThisContext(source)(foreign);
const most = Number.MAX_SAFE_INTEGER;

test('copyJson', () => {
  const anything = fc.object({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    values: [fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, -0)],
  });
  fc.assert(
    fc.property(anything, (value) => {
      const copied = copy(value, most);
      if (copied !== undefined) expect(copied).toStrictEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('plain values are copied deeply', () => {
  const value = { list: [1, { a: undefined, b: Number.NaN }, undefined], text: '雪', none: null };
  const copied = copy(value, most) as typeof value;
  expect(copied).toStrictEqual({ list: [1, { b: null }, null], text: '雪', none: null });
  expect(copied.list).not.toBe(value.list);
});

test('an input object built by graphql-js from a query is copied too', () => {
  const args = Object.assign(Object.create(null), { filter: Object.create(null), first: 2 });
  expect(copy(args, most)).toStrictEqual({ filter: {}, first: 2 });
});

test('holes of a list count as elements, so that a huge sparse list is not traversed', () => {
  const holes: unknown[] = [];
  holes[4_294_967_294 - 1] = 1;
  expect(copy(holes, 5_000_000)).toBeUndefined();
});

test('a value of the other context becomes one of this context', () => {
  const copied = copy(vm.runInContext('({ a: [{ b: 1 }] })', context), most);
  expect(copied).toStrictEqual({ a: [{ b: 1 }] });
});

test.each([
  ['a function', { a: () => 1 }],
  ['a way to write itself', { toJSON: () => 1 }],
  ['a name that every object has', { a: { toString: 1 } }],
  ['a prototype by name', JSON.parse('{"__proto__": {"a": 1}}')],
  ['an object of a class', { a: new Date(0) }],
  ['an exact number', { a: (JSON as unknown as { rawJSON(text: string): object }).rawJSON('1') }],
])('%s is left to JSON itself', (_what, value) => {
  expect(copy(value, most)).toBeUndefined();
});

test('cycles and oversized values are left to JSON itself', () => {
  const cycle: { a?: object } = {};
  cycle.a = cycle;
  expect(copy(cycle, most)).toBeUndefined();
  expect(copy({ text: 'x'.repeat(100) }, 700)).toBeDefined();
  expect(copy({ text: 'x'.repeat(200) }, 700)).toBeUndefined();
});
