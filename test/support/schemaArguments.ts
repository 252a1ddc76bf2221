import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { root } from '../../tools/root.ts';

/** One value that a caller chooses: an argument, or a field of an argument's input. */
export interface SchemaArgument {
  /** Such as `Query.upcomingBooks.filter.text`. */
  name: string;
  type: string;
  field: string;
  /** From the argument inwards: `['filter', 'text']`. */
  path: string[];
  /** The value's declared type: `String`, `[BookEventKind!]`. */
  declared: string;
  /** `String`, `ID`, `Int`, the name of an enumeration … */
  named: string;
}

/** The product's schema, with AppSync's scalars and directives; a test may change its text. */
export function productSchema(change = (text: string) => text): GraphQLSchema {
  const read = (file: string) => readFileSync(`${root}/schema/${file}`, 'utf8');
  return buildASTSchema(parse(`${read('aws.graphql')}\n${change(read('schema.graphql'))}`));
}

/** All values that callers choose, of every field of every type. */
export function schemaArguments(schema = productSchema()): SchemaArgument[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.flatMap((arg) =>
          leaves([arg.name], arg.type).map(({ path, declared }) => ({
            name: [type.name, field.name, ...path].join('.'),
            type: type.name,
            field: field.name,
            path,
            declared: String(declared),
            named: getNamedType(declared).name,
          })),
        ),
      ),
    );
}

/** Throws if a test lists an argument that the schema no longer has. */
export function refuseUnknown(found: SchemaArgument[], listed: string[]): void {
  const unknown = listed.filter((name) => !found.some((argument) => argument.name === name));
  if (unknown.length > 0) throw new Error(`The schema has no argument ${unknown.join(', ')}`);
}

function leaves(
  path: string[],
  declared: GraphQLInputType,
): { path: string[]; declared: GraphQLInputType }[] {
  const inner = getNullableType(declared);
  if (isListType(inner) || !isInputObjectType(inner)) return [{ path, declared }];
  return Object.values(inner.getFields()).flatMap((field) =>
    leaves([...path, field.name], field.type),
  );
}
