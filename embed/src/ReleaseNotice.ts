import { bookTitle } from '../../domain/book/bookTitle.ts';
import { languageOfTag } from '../../domain/language/languageOfTag.ts';
import { partsOf } from '../../domain/release/calendar.ts';
import { dayInJapan } from '../../domain/release/dayInJapan.ts';
import { BookLine, part } from './BookLine.ts';
import type { Desk, Seen } from './createDesk.ts';
import { describeBook } from './describeBook.ts';
import type { EmbeddedBookFragment } from './generated/documents.ts';
import { readIsbn } from './readIsbn.ts';
import { styleSheet } from './style.ts';
import { WORDS } from './words.ts';

/** Returns the class of `<shinkan-release-notice isbn="…">`, whose elements share one desk. */
export function releaseNoticeAt(desk: Desk): CustomElementConstructor {
  return class ReleaseNotice extends HTMLElement {
    static observedAttributes = ['isbn', 'lang'];

    readonly #root = this.attachShadow({ mode: 'open' });
    readonly #lines = new Map<string, BookLine>();
    /** The element's own content, shown until there is a line and whenever there is none. */
    readonly #fallback = document.createElement('slot');
    readonly #said = part('span', 'said');
    #leave = () => {};
    #seen: Seen | null = null;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [styleSheet()];
      this.#said.setAttribute('role', 'status');
      this.#root.append(this.#fallback, this.#said);
    }

    connectedCallback(): void {
      this.#watch();
    }

    disconnectedCallback(): void {
      this.#leave();
      this.#leave = () => {};
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (!this.isConnected || before === now) return;
      if (name === 'isbn') this.#watch();
      else this.#render();
    }

    #watch(): void {
      this.#leave();
      this.#leave = () => {};
      this.#seen = null;
      this.#said.textContent = '';
      this.#render();
      const isbn = readIsbn(this.getAttribute('isbn'));
      if (isbn !== null) this.#leave = desk.watch(isbn, (seen) => this.#hear(seen));
    }

    #hear(seen: Seen): void {
      const before = this.#seen;
      this.#seen = seen;
      this.#render();
      if (before === null) return;
      for (const book of seen.books) {
        const known = before.books.find(({ id }) => id === book.id);
        if (known?.status !== 'ON_SALE' && book.status === 'ON_SALE') this.#tell(book);
      }
    }

    /** Announces the change to screen readers and dispatches an event for the page's own script. */
    #tell({ id, isbn, title, productUrl }: EmbeddedBookFragment): void {
      this.#said.textContent = WORDS[this.#language()].said(title);
      const detail = { id, isbn, title, productUrl };
      this.dispatchEvent(new CustomEvent('shinkan-on-sale', { bubbles: true, detail }));
    }

    #language() {
      return languageOfTag(this.closest('[lang]')?.getAttribute('lang') ?? '') ?? 'ja';
    }

    #render(): void {
      const { books = [], site = '', justSold = new Set<string>() } = this.#seen ?? {};
      const focused = this.#root.activeElement;
      const isInFallback = focused === null && this.#holds(document.activeElement);
      const language = this.#language();
      const words = WORDS[language];
      const reading = { language, site, justSold, year: partsOf(dayInJapan(new Date())).year };
      for (const [id, { element }] of this.#lines) {
        if (books.some((book) => book.id === id)) continue;
        element.remove();
        this.#lines.delete(id);
      }
      for (const book of books) {
        const line = this.#lines.get(book.id) ?? new BookLine();
        this.#lines.set(book.id, line);
        const said = describeBook(book, reading);
        line.show(said, {
          volume: books.length > 1 ? (book.volume ?? book.title) : '',
          between: words.between,
          label: words.about(said.action, bookTitle(book)),
        });
        if (!line.element.isConnected) this.#root.insertBefore(line.element, this.#said);
      }
      if (books.length === 0) this.#root.prepend(this.#fallback);
      else this.#fallback.remove();
      const [first] = this.#lines.values();
      // A link that stays in the document keeps the focus by itself.
      if (isInFallback || focused?.isConnected === false)
        first?.link.focus({ preventScroll: true });
    }

    /**
     * Whether the focused element is part of this element's content; the element itself does not
     * count.
     */
    #holds(focused: Element | null): boolean {
      return focused !== this && this.contains(focused);
    }
  };
}
