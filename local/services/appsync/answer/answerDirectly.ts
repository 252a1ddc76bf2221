import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
} from 'graphql';
import { answerField, type RequestContext, readMember } from './answerField.ts';
import { coerceVariables } from './coerceVariables.ts';
import { complete } from './complete.ts';
import type { DirectPlan, RootField } from './directPlan.ts';
import type { Operation } from './operation.ts';

/** Data without an error, or how graphql-js resolves fields if it has to take over. */
export type Direct =
  | { data: Record<string, unknown> }
  | { resolve: GraphQLFieldResolver<unknown, RequestContext> };

/**
 * Answers a query without graphql-js, which spends most of its time preparing for rare cases. In
 * such a case (an error, a value that does not fit) graphql-js answers, with a `resolve` that
 * returns the resolvers' results without running any of them again.
 */
export async function answerDirectly(
  plan: DirectPlan,
  operation: Operation,
  schema: GraphQLSchema,
  context: RequestContext,
): Promise<Direct> {
  const infos = describeRoots(plan, operation, schema);
  if (!infos) return { resolve: answerField };
  const outcomes = new Map(
    infos.map(({ root, args, info }) => [
      root.responseName,
      start(() => answerField(undefined, args, context, info)),
    ]),
  );
  const settled = await Promise.allSettled(outcomes.values());
  const data: Record<string, unknown> = {};
  for (const [index, { responseName, value }] of plan.roots.entries()) {
    const outcome = settled[index];
    const completed = outcome?.status === 'fulfilled' ? complete(value, outcome.value) : undefined;
    if (completed === undefined) return { resolve: handOut(outcomes) };
    data[responseName] = completed;
  }
  return { data };
}

interface DescribedRoot {
  root: RootField;
  args: Record<string, unknown>;
  info: GraphQLResolveInfo;
}

/** Null if a variable or an argument does not fit: then no resolver may run. */
function describeRoots(
  { roots }: DirectPlan,
  operation: Operation,
  schema: GraphQLSchema,
): DescribedRoot[] | null {
  const { node, fragments } = operation;
  const variableValues = coerceVariables(schema, operation);
  if (!variableValues) return null;
  try {
    return roots.map((root) => {
      const { field, nodes, parentType, responseName } = root;
      const info: GraphQLResolveInfo = {
        fieldName: field.name,
        fieldNodes: nodes,
        returnType: field.type,
        parentType,
        path: { prev: undefined, key: responseName, typename: parentType.name },
        schema,
        fragments,
        rootValue: undefined,
        operation: node,
        variableValues,
      };
      return { root, args: getArgumentValues(field, root.node, variableValues), info };
    });
  } catch {
    return null;
  }
}

/** A resolver may also throw synchronously. */
async function start(resolve: () => unknown): Promise<unknown> {
  return resolve();
}

function handOut(
  outcomes: Map<string, Promise<unknown>>,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, _args, _context, info) =>
    info.path.prev === undefined
      ? outcomes.get(info.fieldNodes[0]?.alias?.value ?? info.fieldName)
      : readMember(source, info.fieldName);
}
