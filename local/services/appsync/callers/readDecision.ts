import type { Json } from '../../../lib/resource.ts';

/** A Lambda authorizer's decision about a token. */
export interface Decision {
  isAuthorized: boolean;
  /** What resolvers see as `ctx.identity.resolverContext`. */
  resolverContext: { [name: string]: Json };
  /** As `Type.field`. */
  deniedFields: string[];
  /** How long the decision is cached; null for the API's setting. */
  ttlSeconds: number | null;
}

const MAX_CONTEXT_CHARACTERS = 5_000_000;
const FIELD = /^\w+\.\w+$/;
const FIELD_ARN = /^arn:[^:]*:appsync:[^:]*:[^:]*:apis\/([^/]+)\/types\/(\w+)\/fields\/(\w+)$/;

/** Reads a Lambda authorizer's response, or throws with what AppSync does not accept. */
export function readDecision(answer: Json, apiId: string): Decision {
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) {
    throw new Error(`the authorizer answered ${JSON.stringify(answer)}, an object is expected`);
  }
  const { isAuthorized, resolverContext, deniedFields, ttlOverride } = answer;
  if (typeof isAuthorized !== 'boolean') {
    throw new Error(`isAuthorized is ${JSON.stringify(isAuthorized)}, true or false is expected`);
  }
  return {
    isAuthorized,
    resolverContext: readContext(resolverContext ?? {}),
    deniedFields: readFields(deniedFields ?? [], apiId),
    ttlSeconds: readSeconds(ttlOverride ?? null),
  };
}

function readContext(given: Json): { [name: string]: Json } {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    throw new Error('resolverContext is not an object');
  }
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && typeof value === 'object') {
      throw new Error(`resolverContext.${name} is nested, AppSync takes plain values only`);
    }
  }
  const { length } = JSON.stringify(given);
  if (length > MAX_CONTEXT_CHARACTERS) {
    throw new Error(`resolverContext has ${length} characters, at most ${MAX_CONTEXT_CHARACTERS}`);
  }
  return given;
}

/** An ARN of another API is ignored: two APIs may share a function. */
function readFields(given: Json, apiId: string): string[] {
  if (!Array.isArray(given)) throw new Error('deniedFields is not a list');
  return given.flatMap((field) => {
    if (typeof field === 'string' && FIELD.test(field)) return [field];
    const [, api, type, name] = FIELD_ARN.exec(String(field)) ?? [];
    if (!api) {
      const seen = JSON.stringify(field);
      throw new Error(`deniedFields holds ${seen}, expected Type.field or the ARN of a field`);
    }
    return api === apiId ? [`${type}.${name}`] : [];
  });
}

function readSeconds(given: Json): number | null {
  if (given === null || (typeof given === 'number' && given >= 0)) return given;
  throw new Error(`ttlOverride is ${JSON.stringify(given)}, a number of seconds is expected`);
}
