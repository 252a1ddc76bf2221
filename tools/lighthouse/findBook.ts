import { z } from 'zod';
import type { Stack } from '../stack/stack.ts';

const answer = z.object({
  data: z.object({
    upcomingBooks: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }),
  }),
});

/** The id of a listed book. */
export async function findBook({ graphql, apiKey }: Stack): Promise<string> {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
    body: JSON.stringify({ query: '{ upcomingBooks(first: 1) { edges { node { id } } } }' }),
  });
  const [edge] = answer.parse(await response.json()).data.upcomingBooks.edges;
  if (edge === undefined) throw new Error(`${graphql}: expected a book that is to come`);
  return edge.node.id;
}
