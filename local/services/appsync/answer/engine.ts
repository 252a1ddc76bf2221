import {
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { readFieldModes } from '../callers/authorize.ts';
import { type Caller, RequestFault } from '../callers/caller.ts';
import type { Api } from '../definition/api.ts';
import { type FieldPlan, planFields } from '../definition/fieldPlans.ts';
import { buildApiSchema, checkResolverFields, readSubscribers } from '../definition/schema.ts';
import { type Backends, DataSources } from '../sources/callDataSource.ts';
import { Deadline } from '../sources/deadline.ts';
import type { Invalidation, SubscriptionFilter } from '../utils/invocation.ts';
import { answerDirectly } from './answerDirectly.ts';
import { type AnswerError, formatFieldError, formatVariableErrors } from './answerErrors.ts';
import { answerField, type RequestContext } from './answerField.ts';
import { type DirectPlan, planDirectly } from './directPlan.ts';
import { DocumentCache } from './document.ts';
import type { GraphQLRequest, Operation } from './operation.ts';

export interface Answer {
  data: Record<string, unknown> | null;
  errors?: AnswerError[];
}

export interface Executed {
  answer: Answer;
  subscriptionFilter: SubscriptionFilter | null;
  invalidationFilter: SubscriptionFilter | null;
  invalidations: Invalidation[];
  responseHeaders: Record<string, string>;
}

/** Runs requests against an API; independent of HTTP and WebSockets. */
export class Engine {
  readonly schema: GraphQLSchema;
  readonly api: Api;
  /** The subscription fields that listen to a mutation field. */
  readonly subscribers: Map<string, string[]>;
  readonly #plans: ReturnType<typeof planFields>;
  readonly #documents: DocumentCache;
  readonly #directPlans = new WeakMap<OperationDefinitionNode, DirectPlan | null>();
  readonly #backends: Backends;
  readonly #milliseconds: number;
  readonly #log: (line: string) => void;

  /** `milliseconds` is the time limit of one request. */
  constructor(api: Api, backends: Backends, milliseconds: number, log: (line: string) => void) {
    this.api = api;
    this.schema = buildApiSchema(api.schema);
    checkResolverFields(this.schema, api.resolvers.keys());
    const modes = readFieldModes(this.schema, api.modes, api.defaultMode);
    this.#plans = planFields(this.schema, modes, api.resolvers);
    this.subscribers = readSubscribers(this.schema);
    this.#documents = new DocumentCache(this.schema, api.introspection);
    this.#backends = backends;
    this.#milliseconds = milliseconds;
    this.#log = log;
  }

  /** Undefined for introspection fields. */
  planOf(type: GraphQLObjectType, fieldName: string): FieldPlan | undefined {
    return this.#plans.get(type)?.get(fieldName);
  }

  /** Returns the operation that a request names, or the errors of its text. */
  prepare(request: GraphQLRequest): Operation | { errors: AnswerError[] } {
    const prepared = this.#documents.prepare(request.query);
    if ('errors' in prepared) return prepared;
    const { document, fragments, operations } = prepared;
    const name = request.operationName || null;
    if (name === null && operations.length > 1) {
      throw new RequestFault(400, 'BadRequestException', 'Missing operation name.');
    }
    const node = name === null ? operations[0] : operations.find((one) => one.name?.value === name);
    if (!node)
      throw new RequestFault(400, 'BadRequestException', `Unknown operation named '${name}'.`);
    return { request, node, fragments, document };
  }

  /** Resolves every field of an operation; `headers` is what resolvers see of the request. */
  async run(
    operation: Operation,
    caller: Caller,
    headers: Record<string, string>,
  ): Promise<Executed> {
    const deadline = new Deadline(this.#milliseconds);
    const context: RequestContext = {
      engine: this,
      caller,
      headers,
      deadline,
      sources: new DataSources(this.#backends, deadline, this.#log),
      log: this.#log,
      appendedErrors: [],
      resolversRun: 0,
      subscriptionFilter: null,
      invalidationFilter: null,
      invalidations: [],
      responseHeaders: {},
    };
    const plan = this.#directPlanOf(operation, caller);
    const direct = plan
      ? await answerDirectly(plan, operation, this.schema, context)
      : { resolve: answerField };
    const result =
      'data' in direct
        ? direct
        : await this.#execute(operation, direct.resolve, context, undefined);
    deadline.end();
    const answer = this.#format(result, context.appendedErrors);
    const { subscriptionFilter, invalidationFilter, invalidations, responseHeaders } = context;
    return { answer, subscriptionFilter, invalidationFilter, invalidations, responseHeaders };
  }

  /** Selects from existing values without running resolvers. */
  async select(
    operation: Operation,
    rootValue: object,
    resolve: GraphQLFieldResolver<unknown, unknown>,
  ): Promise<Answer> {
    return this.#format(await this.#execute(operation, resolve, null, rootValue), []);
  }

  /**
   * Null if graphql-js has to run the operation, for example because a field is not open to the
   * caller.
   */
  #directPlanOf(operation: Operation, { mode, deniedFields }: Caller): DirectPlan | null {
    const { node } = operation;
    let plan = this.#directPlans.get(node);
    if (plan === undefined) {
      plan = planDirectly(operation, this.schema, (type, field) => this.planOf(type, field));
      this.#directPlans.set(node, plan);
    }
    const { queryDepthLimit } = this.api;
    if (!plan) return null;
    if (queryDepthLimit > 0 && plan.depth > queryDepthLimit) return null;
    const isOpen = plan.fields.every(
      ({ modes, name }) => modes.has(mode) && !deniedFields.includes(name),
    );
    return isOpen ? plan : null;
  }

  async #execute(
    { document, request, node }: Operation,
    // biome-ignore lint/suspicious/noExplicitAny: graphql-js types the context of a resolver by any
    fieldResolver: GraphQLFieldResolver<any, any>,
    contextValue: unknown,
    rootValue: unknown,
  ): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document,
      operationName: node.name?.value ?? null,
      variableValues: request.variables ?? {},
      fieldResolver,
      contextValue,
      rootValue,
    });
  }

  #format({ data, errors = [] }: ExecutionResult, appended: AnswerError[]): Answer {
    const formatted =
      data === undefined
        ? formatVariableErrors(errors)
        : errors.map((error) => formatFieldError(error, this.schema));
    const all = [...appended, ...formatted];
    return { data: data ?? null, ...(all.length > 0 && { errors: all }) };
  }
}
