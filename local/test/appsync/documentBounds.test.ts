import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { DocumentCache } from '../../services/appsync/answer/document.ts';
import { fieldsOf } from '../../services/appsync/answer/selection.ts';

const schema = buildSchema('type Query { a: Int b: Int q: Query }');
const prepare = (query: string) => new DocumentCache(schema, false).prepare(query);

function messageOf(query: string): string | undefined {
  const prepared = prepare(query);
  return 'errors' in prepared ? prepared.errors[0]?.message : undefined;
}

describe('limits of a document', () => {
  test('a document has at most 15,000 tokens, which strings and comments do not hide', () => {
    expect(messageOf(`{ ${'a '.repeat(14_998)}}`)).toBeUndefined();
    expect(messageOf(`{ ${'a '.repeat(14_999)}}`)).toBe(
      "Invalid Syntax : More than 15,000 'grammar' tokens have been presented. To prevent Denial Of Service attacks, parsing has been cancelled. offending token '}' at line 1 column 30001",
    );
    expect(messageOf(`{ a } #${' a'.repeat(20_000)}`)).toBeUndefined();
  });

  test('a document is at most 500 levels deep', () => {
    const deep = (levels: number) => `${'{ q '.repeat(levels - 1)}{ a }${' }'.repeat(levels - 1)}`;
    expect(messageOf(deep(500))).toBeUndefined();
    expect(messageOf(deep(501))).toContain("More than 500 deep 'grammar' rules have been entered");
    expect(messageOf(`{ a(x: ${'['.repeat(600)}${']'.repeat(600)}) }`)).toContain('500 deep');
    expect(messageOf(`{ a } # ${'{'.repeat(600)}`)).toBeUndefined();
  });

  test('a field repeated thousands of times is resolved once', () => {
    const prepared = prepare(`{ ${'a '.repeat(9_000)} b: a b: a q { a } q { b } }`);
    if ('errors' in prepared) throw new Error(prepared.errors[0]?.message);
    const selections = prepared.operations[0]?.selectionSet.selections ?? [];
    expect(selections).toHaveLength(4);
  });

  test('a field repeated thousands of times is still validated by all rules', () => {
    expect(messageOf(`{ ${'a '.repeat(2_000)} a: b }`)).toContain('FieldsConflict');
    expect(messageOf(`{ ${'nothing '.repeat(2_000)} }`)).toContain('FieldUndefined');
  });

  test('a document whose fragments double thirty times is read quickly', () => {
    const chain = Array.from(
      { length: 30 },
      (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`,
    );
    const prepared = prepare(`{ ...f0 } ${chain.join(' ')} fragment f30 on Query { a b }`);
    if ('errors' in prepared) throw new Error(prepared.errors[0]?.message);
    const sets = prepared.operations.map(({ selectionSet }) => selectionSet);
    expect([...fieldsOf(sets, prepared.fragments, {}).keys()]).toEqual(['a', 'b']);
  });
});
