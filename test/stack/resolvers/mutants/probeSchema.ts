import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';

/** The prefix of the probes: `Query.probe_Book` returns a book to any caller. */
export const PROBE = 'probe_';

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/**
 * The same schema with a way to each type that is open to all, and with all fields nullable, so
 * that each field is denied or allowed on its own. Its directives are unchanged.
 */
export function probeSchema(sdl: string): string {
  const document = parse(sdl);
  const types = document.definitions.flatMap((one) =>
    one.kind === Kind.OBJECT_TYPE_DEFINITION && !ROOTS.includes(one.name.value)
      ? [one.name.value]
      : [],
  );
  const ways = types.map((type) => `${PROBE}${type}: ${type} @aws_api_key @aws_oidc @aws_iam`);
  const nullable = visit(document, { [Kind.FIELD_DEFINITION]: { enter: makeNullable } });
  return `${print(nullable)}\nextend type Query {\n  ${ways.join('\n  ')}\n}\n`;
}

function makeNullable(field: FieldDefinitionNode): FieldDefinitionNode {
  return field.type.kind === Kind.NON_NULL_TYPE ? { ...field, type: field.type.type } : field;
}

/** The modes that the directives of a definition name. */
export function modesOf(directives: readonly ConstDirectiveNode[] = []): string[] {
  return directives.map(({ name }) => name.value).filter((name) => MODES.includes(name));
}

/** The directives that open a field or a type. */
export const MODES = ['aws_api_key', 'aws_oidc', 'aws_iam'];
