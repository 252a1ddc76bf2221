import { expect, test } from 'vitest';
import type { Json } from '../../lib/resource.ts';
import { evaluate, fillTemplate } from '../../services/states/expressions/evaluate.ts';
import { parsePath } from '../../services/states/expressions/parsePath.ts';
import { putAt } from '../../services/states/expressions/selectPath.ts';

const data: Json = {
  title: '雪国の灯',
  'with-dash': 1,
  'a.b': 2,
  price: 0,
  none: null,
  books: [
    { id: 1, title: 'あ', price: 500, tags: ['new'] },
    { id: 2, title: 'い', price: 800 },
    { id: 3, title: 'う', price: 500, sold: false },
  ],
  braces: 'a{}',
  escaped: 'C:\\書',
};
const context = { Execution: { Name: 'run-1' } };
const value = (expression: string, from: Json = data) =>
  evaluate(expression, { data: from, context, place: 'Here:' }, 'field.$');

test.each<[string, Json]>([
  ['$', data],
  ['$.title', '雪国の灯'],
  ["$['title']", '雪国の灯'],
  ['$.with-dash', 1],
  ["$['a.b']", 2],
  ['$.price', 0],
  ['$.none', null],
  ['$.books[1].title', 'い'],
  ['$.books[-1].id', 3],
  ['$.books[*].id', [1, 2, 3]],
  ['$.books[0,2].id', [1, 3]],
  ['$.books[1:].id', [2, 3]],
  ['$.books[:-1].id', [1, 2]],
  ["$.books[0]['id','price']", [1, 500]],
  ['$..title', ['雪国の灯', 'あ', 'い', 'う']],
  ['$.books[*].tags', [['new']]],
  ['$.books[*].missing', []],
  ['$.books[?(@.price == 500)].id', [1, 3]],
  ['$.books[?(@.price>500 || @.sold)].id', [2, 3]],
  ["$.books[?(@.title == 'あ' && @.id < 2)].id", [1]],
  ['$.books[?(!(@.tags))].id', [2, 3]],
  ['$.books[?(@.price == $.books[1].price)].id', [2]],
  ['$.books[?(@.price > 9000)]', []],
  ['$$.Execution.Name', 'run-1'],
])('%s finds its values', (path, expected) => {
  expect(value(path)).toEqual(expected);
});

test.each(['$.missing', '$.title.length', '$.books[3]', '$.missing[*]', '$.none.below'])(
  '%s finds nothing, which is States.Runtime with the input in its cause',
  (path) => {
    const place = 'Here:';
    const seen = `could not be found in the input '{"a":1}'`;
    const small = { a: 1 };
    expect(() => evaluate(path, { data: small, context, place }, 'field.$')).toThrow(
      `Here: The JSONPath '${path}' specified for the field 'field.$' ${seen}`,
    );
  },
);

test.each<[string, Json]>([
  ["States.Format('Hi {}, {} of {}', $.title, 1, true)", 'Hi 雪国の灯, 1 of true'],
  ["States.Format('{} {}', $.books[0].tags, $.books[1])", '[new] {id=2, title=い, price=800}'],
  ["States.Format('a\\{\\}b\\'{}\\\\', 1)", "a{}b'1\\"],
  ['States.Format($.braces, 7)', 'a7'],
  ['States.StringToJson(\'{"a": [1]}\')', { a: [1] }],
  ['States.JsonToString($.books[2])', '{"id":3,"title":"う","price":500,"sold":false}'],
  ['States.JsonToString($.escaped)', '"C:\\\\書"'],
  ['States.StringToJson(States.JsonToString($.escaped))', 'C:\\書'],
  ['States.Array()', []],
  ["States.Array(1, 'b', null, $.price, States.Array(2))", [1, 'b', null, 0, [2]]],
  ['States.ArrayPartition(States.Array(1, 2, 3), 2)', [[1, 2], [3]]],
  ['States.ArrayContains(States.Array(1, States.Array(2)), States.Array(2))', true],
  ["States.ArrayContains(States.Array(1), '1')", false],
  ['States.ArrayRange(1, 9, 2)', [1, 3, 5, 7, 9]],
  ['States.ArrayRange(3, 1, -1)', [3, 2, 1]],
  ['States.ArrayGetItem($.books[*].id, 2)', 3],
  ['States.ArrayLength($.books)', 3],
  ["States.ArrayUnique(States.Array(1, '1', 1, 2))", [1, '1', 2]],
  ["States.Base64Encode('新刊')", '5paw5YiK'],
  ["States.Base64Decode('5paw5YiK')", '新刊'],
  ["States.Hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ["States.Hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
  [
    'States.JsonMerge(States.StringToJson(\'{"id":9}\'), $.books[1], false)',
    { id: 2, title: 'い', price: 800 },
  ],
  ['States.MathAdd(111, -1)', 110],
  ['States.MathAdd(1.6, 2)', 4],
  ["States.StringSplit('This.is+a,,test', '.+,')", ['This', 'is', 'a', 'test']],
])('%s is computed', (expression, expected) => {
  expect(value(expression)).toEqual(expected);
});

test('random numbers and ids have their format', () => {
  expect(value('States.UUID()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
  const drawn = Array.from({ length: 200 }, () => value('States.MathRandom(1, 4)'));
  expect(new Set(drawn)).toEqual(new Set([1, 2, 3]));
  expect(value('States.MathRandom(1, 1000, 7)')).toBe(value('States.MathRandom(1, 1000, 7)'));
});

test.each([
  ["States.Format('{} {}', 1)", 'has more {} than values'],
  ["States.Format('{}', 1, 2)", 'has fewer {} than values'],
  ["States.Format('{', 1)", 'a brace in "{" is not escaped'],
  ["States.StringToJson('{')", 'States.StringToJson'],
  ['States.ArrayRange(1, 5000, 1)', 'at most 1000'],
  ['States.ArrayGetItem(States.Array(1), 1)', 'no item 1 in a list of 1'],
  ["States.ArrayLength('a')", 'expected a list, found "a"'],
  ["States.Hash('a', 'CRC')", '"CRC" is none of MD5'],
  ["States.MathAdd('1', 2)", 'expected a number, found "1"'],
  ['States.JsonMerge($, $, true)', 'only shallowly'],
])('%s is States.Runtime with a reason', (expression, cause) => {
  expect(() => value(expression)).toThrow(
    expect.objectContaining({
      name: 'States.Runtime',
      message: expect.stringContaining(cause),
    }),
  );
});

test('a template is filled in lists and objects, and text that only looks like a path is kept', () => {
  const template = {
    kept: '$.title',
    'title.$': '$.title',
    list: [{ 'run.$': '$$.Execution.Name' }],
    'made.$': "States.Format('{}', $.price)",
  };
  expect(fillTemplate(template, { data, context, place: '' })).toEqual({
    kept: '$.title',
    title: '雪国の灯',
    list: [{ run: 'run-1' }],
    made: '0',
  });
});

test.each<[string, Json, Json | undefined]>([
  ['$.a', { b: 1 }, { b: 1, a: 9 }],
  ['$.a.b.c', { a: { x: 1 } }, { a: { x: 1, b: { c: 9 } } }],
  ['$.a[1]', { a: [1, 2] }, { a: [1, 9] }],
  ['$', { b: 1 }, 9],
  ['$.a[2]', { a: [1, 2] }, undefined],
  ['$.a.b', { a: 'text' }, undefined],
  ['$.a', 'text', undefined],
])('a result goes to %s of %j', (path, input, expected) => {
  expect(putAt(parsePath(path), input, 9)).toEqual(expected);
});
