/**
 * `<shinkan-release-notice isbn="…">` for the shop's own pages: says when a book comes, leads to
 * where one asks to be told, and turns by itself when the book goes on sale. See docs/shop-pages.md.
 */
import { createDesk } from './createDesk.ts';
import { loadService } from './loadService.ts';
import { releaseNoticeAt } from './ReleaseNotice.ts';

const NAME = 'shinkan-release-notice';

// A page may hold the script twice.
if (!customElements.get(NAME))
  customElements.define(NAME, releaseNoticeAt(createDesk(loadService)));
