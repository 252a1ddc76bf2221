import type { ApolloClient } from '@apollo/client';
import type { Session } from '../auth/createSession.ts';
import { addNotice, closeNotice, type NoticeQueue } from '../features/notice/noticeQueue.ts';
import { createNewestBooks } from './createNewestBooks.ts';
import type { BookEvent, BookInEvent, News, LiveState as NewsState } from './createNews.ts';
import { createShownBooks } from './createShownBooks.ts';
import { createStore } from './createStore.ts';
import { createSubscribedBooks } from './createSubscribedBooks.ts';
import { updateBook } from './updateBook.ts';

/** Whether news arrives by itself: not yet, at once, not any more for a moment, or no longer. */
export type LiveState = NewsState | 'reconnecting';

export type Live = ReturnType<typeof createLive>;

/**
 * What this page hears of books by itself. Every book that goes on sale is brought up to date
 * wherever it is shown; a notice appears where the book is on the page or the member waits for it.
 */
export function createLive(client: ApolloClient, session: Session, news: News) {
  const newest = createNewestBooks();
  const shown = createShownBooks();
  const subscribed = createSubscribedBooks(client, session);
  const store = createStore<{ state: LiveState; notices: NoticeQueue }>({
    state: 'connecting',
    notices: [],
  });

  /** Writes what an event tells of its book, unless newer is known; gives what holds now. */
  function hear(event: BookEvent): BookInEvent {
    const { book, isNews } = newest.hear(event);
    if (!isNews) return book;
    updateBook(client.cache, book);
    if (book.status !== 'ON_SALE') endNotice(book.id);
    return book;
  }

  async function hearOnSale(event: BookEvent): Promise<void> {
    // Asked before the page may change in answer to the news.
    const isShown = shown.has(event.bookId);
    const book = hear(event);
    // The event stays in the log when the shop takes the book back, which is no event of its own.
    if (book.status !== 'ON_SALE' || event.book.status !== 'ON_SALE') return;
    if (!isShown && !(await subscribed.has(book.id))) return;
    store.set({ notices: addNotice(store.get().notices, book) });
  }

  function endNotice(bookId: string): void {
    store.set({ notices: closeNotice(store.get().notices, bookId) });
  }

  function hearState(state: NewsState): void {
    const isLost = state === 'connecting' && store.get().state !== 'connecting';
    store.set({ state: isLost ? 'reconnecting' : state });
  }

  return {
    /** Begins to listen; returns what ends it. */
    start: () =>
      news.followOnSale((event) => {
        hearOnSale(event).catch(console.error);
      }, hearState),
    /** Keeps one book up to date, whatever happens to it; returns what ends it. */
    followBook: (bookId: string) => news.followBook(bookId, hear),
    subscribe: store.subscribe,
    state: () => store.get().state,
    notices: () => store.get().notices,
    closeNotice: endNotice,
    closeAllNotices: () => store.set({ notices: [] }),
    show: shown.show,
    setSubscribed: (bookId: string, wanted: boolean) => {
      subscribed.set(bookId, wanted).catch(console.error);
    },
  };
}
