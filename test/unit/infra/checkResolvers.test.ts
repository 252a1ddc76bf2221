import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
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
  checkResolvers(join(folder, 'schema.graphql'), readResolvers(folder).fields);
}

describe('the schema and the resolvers', () => {
  it('checkResolvers passes when every root field has a file', () => {
    write('Query.book.ts');
    write('Mutation.sell.ts');
    write('Book.subscribed.ts');
    expect(check).not.toThrow();
  });

  it('checkResolvers needs no resolver for a subscription that a mutation feeds', () => {
    write('Query.book.ts');
    write('Mutation.sell.ts');
    expect(check).not.toThrow();
  });

  it('checkResolvers fails the synth when a field has no resolver, and names it', () => {
    write('Query.book.ts');
    expect(check).toThrow(
      'the schema has Mutation.sell, but there is no resolvers/Mutation.sell.ts',
    );
  });

  it('checkResolvers fails the synth when a resolver has no field, and names it', () => {
    write('Query.book.ts');
    write('Mutation.sell.ts');
    write('Query.bokk.ts');
    expect(check).toThrow('there is resolvers/Query.bokk, but the schema has no such field');
  });
});

const FIND = "import * as find from './functions/books/find.ts';";
const TELL = "import * as tell from './functions/tell.ts';";

describe('a pipeline', () => {
  beforeEach(() => {
    write('functions/books/find.ts');
    write('functions/tell.ts');
  });
  const steps = (field: string) =>
    readResolvers(folder)
      .fields.find(({ name }) => name === field)
      ?.steps?.map((step) => relative(folder, step));

  it('a pipeline runs its functions in the order of its list', () => {
    write('Mutation.sell.ts', `${TELL}\n${FIND}\n\nexport const steps = [\n  find,\n  tell,\n];\n`);
    expect(steps('Mutation.sell')).toEqual(['functions/books/find.ts', 'functions/tell.ts']);
  });

  it('a pipeline may use the steps of another field', () => {
    write('Mutation.sell.ts', `${FIND}\n${TELL}\nexport const steps = [find, tell];\n`);
    write('Query.book.ts', "export { steps } from './Mutation.sell.ts';\n");
    expect(steps('Query.book')).toEqual(steps('Mutation.sell'));
  });

  it('a pipeline fails the synth when a step is not a function, and names it', () => {
    write('Mutation.sell.ts', `${FIND}\n${TELL}\nexport const steps = [find, tell, buy];\n`);
    expect(() => readResolvers(folder)).toThrow('Unknown functions in resolvers/: buy');
    write(
      'Mutation.sell.ts',
      `${FIND.replace('find.ts', 'gone.ts')}\nexport const steps = [find];\n`,
    );
    expect(() => readResolvers(folder)).toThrow(
      'Unknown functions in resolvers/: functions/books/gone.ts',
    );
  });

  it('a pipeline fails the synth when no field uses a function, and names it', () => {
    write('Mutation.sell.ts', `${FIND}\nexport const steps = [find];\n`);
    expect(() => readResolvers(folder)).toThrow(
      'Functions that no field uses in resolvers/: functions/tell.ts',
    );
  });

  it('a pipeline fails the synth when two functions have the same name', () => {
    write('functions/tell/find.ts');
    expect(() => readResolvers(folder)).toThrow('Functions of the same name in resolvers/');
  });
});

describe('shared code beside the resolvers', () => {
  it('shared code beside the resolvers is not taken as a resolver', () => {
    write('lib/rows.ts');
    write('codegen.ts');
    expect(readResolvers(folder).fields).toEqual([]);
  });
});

describe('the bundle of a resolver', () => {
  it('a resolver’s bundle is one module that imports the AppSync utilities', () => {
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

  it('a resolver’s bundle is rejected when AppSync would reject its length', () => {
    write('Query.book.ts', `export const request = () => ({ text: '${'a'.repeat(32_768)}' });\n`);
    expect(() => bundleResolver(join(folder, 'Query.book.ts'))).toThrow('AppSync takes 32768');
  });
});
