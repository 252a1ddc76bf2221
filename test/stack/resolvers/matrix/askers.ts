import { signWith } from '../../../../tools/conformance/signWith.ts';
import type { Stack } from '../../../../tools/stack/stack.ts';
import { type GraphqlAnswer, readAnswer, signIn } from '../../../../tools/testing/graphql.ts';
import { settingsFor } from '../publish.ts';
import type { Who } from './who.ts';

/** The headers that prove an identity, for this body sent to this address. */
export type Prove = (url: string, body: string) => Promise<Record<string, string>>;

export type Askers = { [who in Who]: Prove };

/** All kinds of callers, as the running stack knows them. */
export async function openAskers(stack: Stack): Promise<Askers> {
  const [a, b] = stack.members;
  if (!a || !b) throw new Error('the stack has fewer than two members');
  const { partner, publisher } = stack.roles;
  if (!partner) throw new Error('the stack has no partners');
  const { region, credentials } = settingsFor(stack);
  const [tokenA, tokenB, tokenOfOperator] = await Promise.all(
    [a, b, stack.operator].map(({ login, password }) => signIn(stack, login, password)),
  );
  return {
    nobody: async () => ({}),
    'API key': async () => ({ 'x-api-key': stack.apiKey }),
    partner: signWith(partner, region),
    workflow: signWith(publisher, region),
    administrator: signWith(credentials, region),
    'member A': withToken(tokenA),
    'member B': withToken(tokenB),
    operator: withToken(tokenOfOperator),
  };
}

export function withToken(token = ''): Prove {
  return async () => ({ authorization: token });
}

/** Sends one request to the API over HTTP. */
export async function askAs(
  prove: Prove,
  url: string,
  query: string,
): Promise<GraphqlAnswer<Record<string, unknown>>> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', ...(await prove(url, body)) };
  const response = await fetch(url, { method: 'POST', headers, body });
  return readAnswer(response, body);
}

/** The result for a field: an answer, or the error that it is for operators. */
export type Met = 'answered' | 'NotAnOperator';

/** The error types by which AppSync and our resolvers deny access. */
const DENIALS = ['Unauthorized', 'UnauthorizedException', 'NotAnOperator'];

export function isDenial({ errorType }: { errorType?: string | null }): boolean {
  return DENIALS.includes(errorType ?? '');
}
