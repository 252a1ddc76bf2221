import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleResolver } from '../../../infra/resolvers/bundleResolver.ts';
import { checkResolvers } from '../../../infra/resolvers/checkResolvers.ts';
import { readResolvers } from '../../../infra/resolvers/readResolvers.ts';

const SCHEMA = `
type Query { book(id: ID!): Book }
type Mutation { sell(id: ID!): Book }
type Subscription { onSale: Book @aws_subscribe(mutations: ["sell"]) }
type Book { id: ID! subscribed: Boolean }
`;
const CODE =
  'export function request() { return {}; }\nexport function response() { return null; }\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shinkan-resolvers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text = CODE): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

function check(): void {
  write('schema.graphql', SCHEMA);
  checkResolvers(join(folder, 'schema.graphql'), readResolvers(folder));
}

describe('the schema and the resolvers', () => {
  it('fit together when every root field has a file', () => {
    write('Query.book.ts');
    write('Mutation.sell.ts');
    write('Book.subscribed.ts');
    expect(check).not.toThrow();
  });

  it('do not need a resolver for a subscription that a mutation feeds', () => {
    write('Query.book.ts');
    write('Mutation.sell.ts');
    expect(check).not.toThrow();
  });

  it('stop the synth when a field has no resolver, by its name', () => {
    write('Query.book.ts');
    expect(check).toThrow(
      'the schema has Mutation.sell, but there is no resolvers/Mutation.sell.ts',
    );
  });

  it('stop the synth when a resolver has no field, by its name', () => {
    write('Query.book.ts');
    write('Mutation.sell.ts');
    write('Query.bokk.ts');
    expect(check).toThrow('there is resolvers/Query.bokk, but the schema has no such field');
  });

  it('stop the synth when a field has both a file and a pipeline', () => {
    write('Query.book.ts');
    write('Query.book/1-find.ts');
    write('Mutation.sell.ts');
    expect(check).toThrow('Query.book is both a file and a folder');
  });
});

describe('a pipeline', () => {
  it('runs its steps by their numbers', () => {
    for (const step of ['10-tell.ts', '2-check.ts', '1-find.ts']) write(`Mutation.sell/${step}`);
    const [pipeline] = readResolvers(folder);
    expect(pipeline).toMatchObject({ name: 'Mutation.sell', file: undefined });
    expect(pipeline?.steps.map((step) => step.slice(step.lastIndexOf('/') + 1))).toEqual([
      '1-find.ts',
      '2-check.ts',
      '10-tell.ts',
    ]);
  });

  it('may have code of its own around the steps', () => {
    write('Mutation.sell/1-find.ts');
    write('Mutation.sell/resolver.ts');
    expect(readResolvers(folder)[0]?.file).toMatch(/resolver\.ts$/);
  });

  it('without a step is a mistake', () => {
    mkdirSync(join(folder, 'Mutation.sell'));
    expect(() => readResolvers(folder)).toThrow('holds no step; expected files such as');
  });
});

describe('shared code beside the resolvers', () => {
  it('is no resolver', () => {
    write('lib/rows.ts');
    write('codegen.ts');
    expect(readResolvers(folder)).toEqual([]);
  });
});

describe('the bundle of a resolver', () => {
  it('is one module that leaves the AppSync utilities to AppSync', () => {
    write('lib/one.ts', 'export const one = (found: number[]) => found[0] ?? null;\n');
    write(
      'Query.book.ts',
      `import { util } from '@aws-appsync/utils';
import { one } from './lib/one.ts';
export function request() { return { at: util.time.nowISO8601() }; }
export function response() { return one([1]); }
`,
    );
    const code = bundleResolver(join(folder, 'Query.book.ts'));
    expect(code).toContain('from "@aws-appsync/utils"');
    expect(code).not.toContain('./lib/one');
    expect(code).not.toContain('sourceMappingURL');
  });

  it('is refused when AppSync would refuse its length', () => {
    write('Query.book.ts', `export const request = () => ({ text: '${'a'.repeat(32_768)}' });\n`);
    expect(() => bundleResolver(join(folder, 'Query.book.ts'))).toThrow('AppSync takes 32768');
  });
});
