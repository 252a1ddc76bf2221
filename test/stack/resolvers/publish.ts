import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { signWith } from '../../../tools/conformance/signWith.ts';
import { clientSettings, type Stack } from '../../../tools/stack/stack.ts';
import { type GraphqlAnswer, readAnswer } from '../../../tools/testing/graphql.ts';

/**
 * Queries the API signed with an AWS identity, as a workflow does; this one's policies allow
 * everything.
 */
export function askAsWorkflow(
  stack: Stack,
  query: string,
  variables: object,
): Promise<GraphqlAnswer<Record<string, unknown>>> {
  return askSigned(stack, settingsFor(stack).credentials, { query, variables });
}

async function askSigned(
  stack: Stack,
  credentials: Parameters<typeof signWith>[0],
  request: { query: string; variables: object },
): Promise<GraphqlAnswer<Record<string, unknown>>> {
  const body = JSON.stringify(request);
  const headers = await signWith(credentials, settingsFor(stack).region)(stack.graphql, body);
  return readAnswer(await fetch(stack.graphql, { method: 'POST', headers, body }), body);
}

/**
 * A deployment has no endpoints of its own: its region is part of its address, and AWS knows the
 * caller.
 */
export function settingsFor(stack: Omit<Stack, 'endpoints'> & Partial<Stack>) {
  if (stack.endpoints !== undefined) return clientSettings;
  // A custom domain name does not show the region.
  const [, region = process.env.AWS_REGION ?? ''] =
    /\.appsync-api\.([\w-]+)\./.exec(stack.graphql) ?? [];
  return { region, credentials: defaultProvider() };
}

/** Publishes one event as a workflow does, in its role. */
export async function publish(stack: Stack, seq: string): Promise<void> {
  const { roles }: Partial<Stack> = stack;
  const publisher = roles?.publisher ?? settingsFor(stack).credentials;
  const { errors } = await askSigned(stack, publisher, {
    query: PUBLISH,
    variables: { seq },
  });
  if (errors) throw new Error(JSON.stringify(errors));
}

/** Subscribers see what the mutation has selected, so it selects everything. */
const PUBLISH = `mutation ($seq: ID!) {
  publishBookEvent(seq: $seq) {
    seq kind bookId occurredAt
    change { from { earliest latest precision text } to { earliest latest precision text } }
    book {
      id isbn title subtitle titleReading volume edition
      contributors { name reading role roleText contributor { id name reading aliases } }
      publisher seller label series { name number }
      seriesPlace { number series { id name reading aliases } }
      price priceWithTax setPrice form pages description coverUrl
      release { earliest latest precision text }
      status announcedAt onSaleAt productUrl subscribed
    }
  }
}`;
