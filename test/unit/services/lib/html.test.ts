import { expect, it } from 'vitest';
import { html } from '../../../../services/lib/html.ts';

it('html escapes values for content and quoted attributes', () => {
  expect(html`<a title="${'"&\''}">${'<b>'}</a>`.markup).toBe(
    '<a title="&quot;&amp;&#39;">&lt;b&gt;</a>',
  );
});

it('html inserts its own markup unchanged, and nothing for null and false', () => {
  const items = ['a', 'b'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}</ul>${html`<hr>`}${null}${false}`.markup).toBe(
    '<ul><li>a</li><li>b</li></ul><hr>',
  );
});
