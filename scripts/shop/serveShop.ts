import { createServer, type Server } from 'node:http';

/** Serves the product pages that mails and notices link to, as the shop's own site would. */
export function serveShop(url: string): Promise<Server> {
  const server = createServer((request, response) => {
    const isbn = /^\/products\/(\d{13})$/.exec(request.url ?? '')?.[1];
    response.writeHead(isbn === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(
      isbn === undefined
        ? page('ページが見つかりません', '')
        : page(`ISBN ${isbn}`, 'ご購入いただけます。'),
    );
  });
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(port), hostname, () => resolve(server));
  });
}

function page(heading: string, text: string): string {
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>見本書店</title>
<body><p>見本書店</p><h1>${heading}</h1><p>${text}</p></body></html>`;
}
