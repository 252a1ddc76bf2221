import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  SingleFieldSubscriptionsRule,
  specifiedRules,
  validate,
} from 'graphql';
import { type AnswerError, formatSyntaxError } from './answerErrors.ts';
import { describeInvalid } from './describeInvalid.ts';
import { NoIntrospectionRule } from './noIntrospection.ts';

/** A query text that was parsed and checked: its document, or the errors to answer with. */
export type Prepared = { document: DocumentNode } | { errors: AnswerError[] };

/** As many query texts are remembered; a client sends a few dozen. */
const MAX_REMEMBERED = 1_000;

/** Parses and validates each query text once. */
export class DocumentCache {
  readonly #schema: GraphQLSchema;
  readonly #rules;
  readonly #known = new Map<string, Prepared>();

  constructor(schema: GraphQLSchema, introspection: boolean) {
    this.#schema = schema;
    // A subscription of several fields has an error of its own, where it starts.
    const rules = specifiedRules.filter((rule) => rule !== SingleFieldSubscriptionsRule);
    this.#rules = introspection ? rules : [...rules, NoIntrospectionRule];
  }

  prepare(query: string): Prepared {
    const known = this.#known.get(query);
    if (known) return known;
    if (this.#known.size >= MAX_REMEMBERED) this.#known.clear();
    const prepared = this.#prepare(query);
    this.#known.set(query, prepared);
    return prepared;
  }

  #prepare(query: string): Prepared {
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [formatSyntaxError(error)] };
      throw error;
    }
    if (validate(this.#schema, document, this.#rules).length === 0) return { document };
    // One rule at a time, because an error does not say which rule found it.
    const errors = this.#rules.flatMap((rule) =>
      validate(this.#schema, document, [rule]).map((error) =>
        describeInvalid(error, rule.name, document),
      ),
    );
    return { errors };
  }
}
