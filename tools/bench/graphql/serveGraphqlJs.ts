// graphql-js behind a bare HTTP server, with the parsed and validated document cached: the minimum
// that a server based on it costs.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, type DocumentNode, execute, parse, validate } from 'graphql';
import { inMemory } from './inMemory.ts';
import { readWholeSchema } from './readSchema.ts';

const schema = buildSchema(readWholeSchema());
const documents = new Map<string, DocumentNode>();
const rootValue = { upcomingBooks: ({ first }: { first: number }) => inMemory(first) };

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const document = documents.get(query) ?? prepare(query);
  const answer = await execute({ schema, document, variableValues: variables, rootValue });
  const body = JSON.stringify(answer);
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});

function prepare(query: string): DocumentNode {
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error) throw error;
  documents.set(query, document);
  return document;
}
