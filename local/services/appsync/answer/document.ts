import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  MaxIntrospectionDepthRule,
  type OperationDefinitionNode,
  parse,
  SingleFieldSubscriptionsRule,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { BoundedCache } from '../../../lib/boundedCache.ts';
import { type AnswerError, formatExcess, formatSyntaxError } from './answerErrors.ts';
import { describeInvalid } from './describeInvalid.ts';
import { findExcess, withoutRepetition } from './documentBounds.ts';
import { NoIntrospectionRule } from './noIntrospection.ts';

/** A query text that was parsed and validated. */
export interface PreparedDocument {
  document: DocumentNode;
  operations: OperationDefinitionNode[];
  fragments: Record<string, FragmentDefinitionNode>;
}

/** The prepared document, or the errors to return. */
export type Prepared = PreparedDocument | { errors: AnswerError[] };

/**
 * Total length of the query texts that are cached, about a hundred bytes of memory per character. A
 * client sends a few dozen texts; texts with inline values come once and are evicted.
 */
const MAX_REMEMBERED_CHARACTERS = 500_000;

/** A subscription with several fields has its own error at its start; depth has its own limit. */
const NOT_OF_APPSYNC: readonly ValidationRule[] = [
  SingleFieldSubscriptionsRule,
  MaxIntrospectionDepthRule,
];

/** Parses and validates each query text once. */
export class DocumentCache {
  readonly #schema: GraphQLSchema;
  readonly #rules;
  readonly #known = new BoundedCache<Prepared>(MAX_REMEMBERED_CHARACTERS, ({ length }) => length);

  constructor(schema: GraphQLSchema, introspection: boolean) {
    this.#schema = schema;
    const rules = specifiedRules.filter((rule) => !NOT_OF_APPSYNC.includes(rule));
    this.#rules = introspection ? rules : [...rules, NoIntrospectionRule];
  }

  prepare(query: string): Prepared {
    const known = this.#known.get(query);
    if (known) return known;
    const prepared = this.#prepare(query);
    this.#known.set(query, prepared);
    return prepared;
  }

  #prepare(query: string): Prepared {
    let document: DocumentNode;
    try {
      const excess = findExcess(query);
      if (excess) return { errors: [formatExcess(excess)] };
      document = withoutRepetition(parse(query));
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [formatSyntaxError(error)] };
      throw error;
    }
    if (validate(this.#schema, document, this.#rules).length === 0)
      return readDefinitions(document);
    // One rule at a time, because an error does not name the rule that found it.
    const errors = this.#rules.flatMap((rule) =>
      describeInvalid(validate(this.#schema, document, [rule]), rule.name, document),
    );
    return { errors };
  }
}

function readDefinitions(document: DocumentNode): PreparedDocument {
  const operations: OperationDefinitionNode[] = [];
  const fragments: PreparedDocument['fragments'] = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return { document, operations, fragments };
}
