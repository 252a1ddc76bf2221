import type { Product } from './findProducts.ts';

/** The sample shop's front page: many notices on one page. */
export function newBooksPage(web: string, products: Product[]): string {
  const rows = products.map(
    (product) => html`<li class="row">
  <a class="row__title" href="/products/${product.isbn}">${product.title}</a>
  <span class="row__publisher">${product.publisher}</span>
  <div class="row__notice">${raw(notice(web, product.isbn))}</div>
</li>`,
  );
  return page(
    web,
    '近日発売の本',
    html`<h1>近日発売の本</h1><ul class="rows">${raw(rows.join('\n'))}</ul>`,
  );
}

/** A product of the sample shop: to be bought, or with the notice until it can be. */
export function productPage(web: string, product: Product): string {
  const { isbn, title, publisher, price, isSold } = product;
  const stock = isSold
    ? html`<p class="stock stock--in">在庫あり</p>
<p>ご購入いただけます。</p>
<form action="/cart"><button class="cart">カートに入れる</button></form>`
    : html`<div class="notice">${raw(notice(web, isbn))}</div>`;
  return page(
    web,
    title,
    html`<p class="path"><a href="/">トップ</a> &gt; 本 &gt; 商品詳細</p>
<div class="product">
<div class="picture" aria-hidden="true">NO IMAGE</div>
<div>
<h1>${title}</h1>
<table>
<tr><th scope="row">出版社</th><td>${publisher}</td></tr>
<tr><th scope="row">価格</th><td>${price === null ? '未定' : `${price.toLocaleString('ja-JP')}円(税込)`}</td></tr>
<tr><th scope="row">ISBN</th><td>${isbn}</td></tr>
</table>
${raw(stock)}
</div>
</div>`,
  );
}

export function missingPage(web: string): string {
  return page(web, 'ページが見つかりません', html`<h1>ページが見つかりません</h1>`);
}

/** The second of the two lines of docs/shop-pages.md. */
function notice(web: string, isbn: string): string {
  return html`<shinkan-release-notice isbn="${isbn}"><a href="${web}/books/isbn-${isbn}">発売を知らせて</a></shinkan-release-notice>`;
}

function page(web: string, title: string, body: string): string {
  return html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | 見本書店</title>
<link rel="stylesheet" href="/shop.css">
<script type="module" src="${web}/embed/shinkan-release-notice.js"></script>
</head>
<body>
<header class="head"><a class="head__name" href="/">見本書店 <small>オンライン</small></a></header>
<main>
${raw(body)}
</main>
<footer class="foot">© 見本書店 — 実在しない見本のお店です。</footer>
</body>
</html>`;
}

interface Raw {
  raw: string;
}

const raw = (text: string): Raw => ({ raw: text });

/** HTML in which every value is text, unless it is said to be HTML. */
function html(parts: TemplateStringsArray, ...values: (string | Raw)[]): string {
  return String.raw(
    { raw: parts },
    ...values.map((value) => (typeof value === 'string' ? toText(value) : value.raw)),
  );
}

const toText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
