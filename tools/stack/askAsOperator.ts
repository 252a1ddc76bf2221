import type { Requester } from '../../client/src/createRequester.ts';
import { createShinkanClient } from '../../client/src/createShinkanClient.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import type { Stack } from './stack.ts';

/** Returns a function that queries the API of a running stack as the shop's operator. */
export async function askAsOperator({ auth, graphql, operator }: Stack): Promise<Requester> {
  const { login, password } = operator;
  const answer = await fetch(`${auth}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) {
    throw new StopWithMessage(
      `店の運用者「${login}」がサインインできません。 / The operator ${login} was not let in: ${answer.status} ${await answer.text()}`,
    );
  }
  // The sign-in's response on success (RFC 6749, section 5.1).
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return createShinkanClient({ endpoint: graphql, accessToken: () => token }).request;
}
