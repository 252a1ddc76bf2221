import {
  buildASTSchema,
  GraphQLObjectType,
  type GraphQLSchema,
  isScalarType,
  parse,
} from 'graphql';
import { SCALARS } from './scalars.ts';

/** AppSync's built-in definitions. */
const BUILT_IN = `
directive @aws_api_key on OBJECT | FIELD_DEFINITION
directive @aws_iam on OBJECT | FIELD_DEFINITION
directive @aws_oidc on OBJECT | FIELD_DEFINITION
directive @aws_lambda on OBJECT | FIELD_DEFINITION
directive @aws_cognito_user_pools(cognito_groups: [String]) on OBJECT | FIELD_DEFINITION
directive @aws_auth(cognito_groups: [String]) on FIELD_DEFINITION
directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
${SCALARS.map(({ name }) => `scalar ${name}`).join('\n')}
`;
/** "AWS AppSync endpoints and quotas": schema document size. */
const MAX_BYTES = 1_000_000;
const OWN_SCALARS = ['String', 'Int', 'Float', 'Boolean', 'ID', ...SCALARS.map(({ name }) => name)];

/** The schema of an API with AppSync's directives and scalars. */
export function buildApiSchema(definition: string): GraphQLSchema {
  const bytes = Buffer.byteLength(definition);
  if (bytes > MAX_BYTES) {
    throw new Error(`the schema has ${bytes} bytes, AppSync takes ${MAX_BYTES}`);
  }
  const builtIn = parse(BUILT_IN);
  const own = parse(definition);
  const schema = buildASTSchema({
    ...own,
    definitions: [...builtIn.definitions, ...own.definitions],
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type) && !OWN_SCALARS.includes(type.name)) {
      throw new Error(`scalar ${type.name}: AppSync has no scalars of one's own`);
    }
  }
  for (const scalar of SCALARS) {
    const declared = schema.getType(scalar.name);
    if (isScalarType(declared)) {
      declared.serialize = scalar.serialize;
      declared.parseValue = scalar.parseValue;
      declared.parseLiteral = scalar.parseLiteral;
    }
  }
  return schema;
}

/** The subscription fields that listen to each mutation field (`@aws_subscribe`). */
export function readSubscribers(schema: GraphQLSchema): Map<string, string[]> {
  const subscribers = new Map<string, string[]>();
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const directive = field.astNode?.directives?.find(({ name }) => name.value === 'aws_subscribe');
    const listed = directive?.arguments?.[0]?.value;
    for (const one of listed?.kind === 'ListValue' ? listed.values : []) {
      const mutation = one.kind === 'StringValue' ? one.value : '';
      if (!mutations[mutation]) {
        throw new Error(
          `Subscription.${field.name} listens to Mutation.${mutation}, which does not exist`,
        );
      }
      subscribers.set(mutation, [...(subscribers.get(mutation) ?? []), field.name]);
    }
  }
  return subscribers;
}

/** Throws if a resolver is for a field that the schema does not have. */
export function checkResolverFields(schema: GraphQLSchema, names: Iterable<string>): void {
  for (const name of names) {
    const [typeName = '', fieldName = ''] = name.split('.');
    const type = schema.getType(typeName);
    if (!(type instanceof GraphQLObjectType) || !type.getFields()[fieldName]) {
      throw new Error(`there is a resolver for ${name}, which the schema does not have`);
    }
  }
}
