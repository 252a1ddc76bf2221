import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { SchemaArgument } from './schemaArguments.ts';

/** Valid values for arguments whose default would not do, as GraphQL, by argument: `Query.series.id`. */
export type Literals = { [argument: string]: string };

const DEFAULTS: { [type: string]: string } = {
  ID: '"none"',
  String: '"none"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  AWSDate: '"2026-12-01"',
};

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/**
 * Queries the field of an argument with `$x` as the argument, and valid values for everything else
 * that is required: `viewer { mails(after: $x) { edges { cursor } } }`. Selects what shows whether
 * anything was found.
 */
export function attackField(
  schema: GraphQLSchema,
  argument: SchemaArgument,
  literals: Literals = {},
): string {
  const owner = schema.getType(argument.type);
  if (!isObjectType(owner)) throw new Error(`The schema has no type ${argument.type}`);
  const attack = askFor(owner, argument.field, { ...literals, [argument.name]: '$x' });
  return wayTo(schema, argument.type, literals).reduceRight(
    (inner, way) => `${way} { ${inner} }`,
    attack,
  );
}

/** `(kind: SERIES, from: "none", into: $x)`: the arguments that are required or have a literal; else empty. */
export function writeArguments(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  literals: Literals = {},
): string {
  const written = field.args.flatMap((arg) =>
    writeValue(
      `${typeName}.${field.name}.${arg.name}`,
      arg.type,
      isRequiredArgument(arg),
      literals,
    ).map((value) => `${arg.name}: ${value}`),
  );
  return written.length === 0 ? '' : `(${written.join(', ')})`;
}

/** The value, or none if it is neither required nor given. */
function writeValue(
  name: string,
  declared: GraphQLInputType,
  isRequired: boolean,
  literals: Literals,
): string[] {
  const given = literals[name];
  if (given !== undefined) return [given];
  const type = getNullableType(declared);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).flatMap((field) =>
      writeValue(`${name}.${field.name}`, field.type, isRequiredInputField(field), literals).map(
        (value) => `${field.name}: ${value}`,
      ),
    );
    return fields.length > 0 || isRequired ? [`{ ${fields.join(', ')} }`] : [];
  }
  if (!isRequired) return [];
  if (isListType(type)) return ['[]'];
  if (isEnumType(type)) return [type.getValues()[0]?.name ?? ''];
  const value = DEFAULTS[getNamedType(type).name];
  if (value === undefined) throw new Error(`${name} needs a valid value of ${String(type)}`);
  return [value];
}

function askFor(owner: GraphQLObjectType, name: string, literals: Literals): string {
  const field = owner.getFields()[name];
  if (field === undefined) throw new Error(`The schema has no ${owner.name}.${name}`);
  const type = getNamedType(field.type);
  const selected = isObjectType(type) ? ` { ${selectFew(type)} }` : '';
  return `${name}${writeArguments(owner.name, field, literals)}${selected}`;
}

/** An id, or the nodes of a page, or the first available value. */
function selectFew(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields());
  const leaf = fields.find(({ type: of }) => isLeafType(getNamedType(of)));
  const list = fields.find(
    ({ type: of }) => isListType(getNullableType(of)) && isObjectType(getNamedType(of)),
  );
  if (type.getFields().id !== undefined) return 'id';
  if (list !== undefined && (leaf === undefined || /(?:Connection|Page)$/.test(type.name))) {
    return `${list.name} { ${selectFew(getNamedType(list.type) as GraphQLObjectType)} }`;
  }
  return leaf?.name ?? '__typename';
}

/**
 * The fields on the shortest way from Query to an object of the type; none for a root type. A field
 * with required arguments is only passed with literals: with default values it would find nothing,
 * and nothing below it would be queried.
 */
function wayTo(schema: GraphQLSchema, typeName: string, literals: Literals): string[] {
  if (ROOTS.includes(typeName)) return [];
  const seen = new Set<string>();
  const queue: [GraphQLObjectType, string[]][] = [[schema.getQueryType() as GraphQLObjectType, []]];
  for (const [owner, way] of queue) {
    for (const field of Object.values(owner.getFields())) {
      const type = getNamedType(field.type);
      if (!isObjectType(type) || seen.has(type.name) || !canAsk(owner, field, literals)) continue;
      const longer = [...way, `${field.name}${writeArguments(owner.name, field, literals)}`];
      if (type.name === typeName) return longer;
      seen.add(type.name);
      queue.push([type, longer]);
    }
  }
  throw new Error(`No query leads to ${typeName}; give literals for one that finds it`);
}

function canAsk(
  owner: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  literals: Literals,
): boolean {
  return field.args.every(
    (arg) => !isRequiredArgument(arg) || `${owner.name}.${field.name}.${arg.name}` in literals,
  );
}
