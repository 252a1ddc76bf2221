import { type Html, html } from '../../lib/html.ts';
import type { LinkedStanding } from './readLinked.ts';

/** The contributor or the series, by name. */
export function renderStanding({ name }: LinkedStanding): Html {
  return html`<div class="book" lang="ja"><p class="title"><bdi>${name}</bdi></p></div>`;
}
