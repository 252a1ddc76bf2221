import { describe, expect, it } from 'vitest';
import { keepEqual } from '../../../../web/src/stage/keepEqual.ts';

const book = (id: string, more: object = {}) => ({ id, release: { text: '未定' }, ...more });

describe('keepEqual', () => {
  it('keepEqual returns the previous object for an equal answer', () => {
    const before = { edges: [book('a'), book('b')] };
    expect(keepEqual(before, structuredClone(before))).toBe(before);
  });

  it('keepEqual keeps unchanged books when another has changed', () => {
    const before = { edges: [book('a'), book('b')] };
    const found = { edges: [book('a'), book('b', { subscribed: true })] };
    const kept = keepEqual(before, found);
    expect(kept).toEqual(found);
    expect(kept).not.toBe(before);
    expect(kept.edges[0]).toBe(before.edges[0]);
    expect(kept.edges[1]).not.toBe(before.edges[1]);
  });

  it.each([
    [['a', 'b'], ['a']],
    [['a'], ['a', 'b']],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: undefined }, { b: undefined }],
    [[], {}],
    [null, { a: 1 }],
    [{ a: 1 }, null],
  ])('keepEqual never returns %j for %j', (before, found) => {
    expect(keepEqual(before, found)).toEqual(found);
  });
});
