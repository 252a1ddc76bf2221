import { type Html, html } from '../../lib/html.ts';
import type { LinkedStanding } from './readLinked.ts';

/** Renders the name of the contributor or the series. */
export function renderStanding({ name }: LinkedStanding): Html {
  return html`<div class="book" lang="ja"><p class="title"><bdi>${name}</bdi></p></div>`;
}
