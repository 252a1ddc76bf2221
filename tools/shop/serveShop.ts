import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Stack } from '../stack/stack.ts';
import { findNewBooks, findProduct } from './findProducts.ts';
import { missingPage, newBooksPage, productPage } from './shopPages.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'shop.css'), 'utf8');

/**
 * Serves the pages that mails and notices link to, as the shop's own site would: it knows Shinkan by
 * the two lines of docs/shop-pages.md alone.
 */
export function serveShop(stack: Stack): Promise<Server> {
  const server = createServer((request, response) => {
    answer(stack, request.url ?? '/', response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  const { hostname, port } = new URL(stack.shop.url);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(port), hostname, () => resolve(server));
  });
}

async function answer(stack: Stack, path: string, response: ServerResponse): Promise<void> {
  if (path === '/shop.css') {
    response.setHeader('content-type', 'text/css; charset=utf-8');
    response.end(STYLE);
    return;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', policyFor(stack));
  if (path === '/') {
    response.end(newBooksPage(stack.web, await findNewBooks(stack)));
    return;
  }
  const isbn = /^\/products\/(\d{13})$/.exec(path)?.[1];
  if (isbn === undefined) response.statusCode = 404;
  response.end(
    isbn === undefined
      ? missingPage(stack.web)
      : productPage(stack.web, await findProduct(stack, isbn)),
  );
}

/** What a shop that has a policy adds to it: the script, and where the script asks. */
function policyFor({ web, graphql, realtime }: Stack): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `script-src ${web}`,
    `connect-src ${[web, graphql, realtime].map((url) => new URL(url).origin).join(' ')}`,
  ].join('; ');
}
