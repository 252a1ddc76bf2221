import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../root.ts';

const read = (name: string) => readFileSync(join(root, 'schema', name), 'utf8');

/** The product's schema as it is deployed. */
export function readSchema(): string {
  return read('schema.graphql');
}

/** The same with what AppSync adds, for engines that do not know it. */
export function readWholeSchema(): string {
  return `${read('aws.graphql')}\n${readSchema()}`;
}
