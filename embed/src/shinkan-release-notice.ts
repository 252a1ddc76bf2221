/**
 * `<shinkan-release-notice isbn="…">` for the shop's own pages: says when a book comes out, links
 * to where a reader can subscribe, and updates by itself when the book goes on sale. See
 * docs/shop-pages.md.
 */
import { createDesk } from './createDesk.ts';
import { loadService } from './loadService.ts';
import { releaseNoticeAt } from './ReleaseNotice.ts';

const NAME = 'shinkan-release-notice';

// A page may include the script twice.
if (!customElements.get(NAME))
  customElements.define(NAME, releaseNoticeAt(createDesk(loadService)));
