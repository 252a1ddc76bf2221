import { readFileSync } from 'node:fs';
import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse } from 'graphql';
import type { FieldResolver } from './readResolvers.ts';

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/**
 * Compares the schema with the resolvers: every field of Query and Mutation needs one, as does a
 * field of Subscription that no mutation feeds, and every resolver needs its field.
 *
 * @throws {ResolverMismatch} with all mismatched names at once.
 */
export function checkResolvers(schemaFile: string, resolvers: FieldResolver[]): void {
  const fields = readFields(readFileSync(schemaFile, 'utf8'));
  const resolved = resolvers.map((resolver) => resolver.name);
  const missing = [...fields.values()].filter((field) => field.needed).map((field) => field.name);
  const unresolved = missing.filter((name) => !resolved.includes(name));
  const stray = resolved.filter((name) => !fields.has(name));
  if (unresolved.length + stray.length > 0) throw new ResolverMismatch(unresolved, stray);
}

/** The schema has a field without a resolver, or the other way round. */
class ResolverMismatch extends Error {
  constructor(unresolved: string[], stray: string[]) {
    const lines = [
      ...unresolved.map((name) => `  the schema has ${name}, but there is no resolvers/${name}.ts`),
      ...stray.map((name) => `  there is resolvers/${name}, but the schema has no such field`),
    ];
    super(`The schema and the resolvers do not fit together:\n${lines.join('\n')}`);
    this.name = 'ResolverMismatch';
  }
}

interface Field {
  name: string;
  needed: boolean;
}

function readFields(schema: string): Map<string, Field> {
  const fields = parse(schema).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (definition.fields ?? []).map((field) => toField(definition.name.value, field))
      : [],
  );
  return new Map(fields.map((field) => [field.name, field]));
}

function toField(typeName: string, field: FieldDefinitionNode): Field {
  const isFed = (field.directives ?? []).some(isSubscribe);
  return {
    name: `${typeName}.${field.name.value}`,
    needed: ROOTS.includes(typeName) && !isFed,
  };
}

function isSubscribe(directive: ConstDirectiveNode): boolean {
  return directive.name.value === 'aws_subscribe';
}
