import type { ApolloClient } from '@apollo/client';
import { NoticeBookDocument } from '../generated/documents.ts';
import { createStore } from '../lib/createStore.ts';
import type { Session } from '../lib/session/createSession.ts';
import { memberOf } from '../lib/session/memberOf.ts';
import { createCatchUp } from './createCatchUp.ts';
import { createNewestBooks } from './createNewestBooks.ts';
import type { BookEvent, BookInEvent, News, LiveState as NewsState } from './createNews.ts';
import { createNoticeBox } from './createNoticeBox.ts';
import { createShownBooks } from './createShownBooks.ts';
import { createSubscribedBooks } from './createSubscribedBooks.ts';
import { createNoticeMemory } from './noticeMemory.ts';
import type { NoticeQueue } from './noticeQueue.ts';
import { updateBook } from './updateBook.ts';
import { isOnline, watchOnline } from './watchOnline.ts';

/** The state of live news: connecting, live, briefly interrupted, without a network, or ended. */
export type LiveState = NewsState | 'reconnecting' | 'offline';

export type Live = ReturnType<typeof createLive>;

/**
 * Live news about books on this page. Updates every book that goes on sale wherever it is shown,
 * and shows a notice if the book is on the page or the member is subscribed to it.
 */
export function createLive(
  client: ApolloClient,
  session: Session,
  news: News,
  memory = createNoticeMemory(),
) {
  const newest = createNewestBooks();
  const shown = createShownBooks();
  const subscribed = createSubscribedBooks(client, session);
  const store = createStore<{
    heard: NewsState | 'reconnecting';
    online: boolean;
    notices: NoticeQueue;
  }>({ heard: 'connecting', online: isOnline(), notices: [] });
  const box = createNoticeBox({
    memory,
    findBook,
    onChange: (notices) => store.set({ notices }),
  });
  const catchUp = createCatchUp({
    client,
    memory,
    isWanted: subscribed.has,
    onSale: ({ seq, bookId }) => box.note(seq, bookId),
    onDone: box.reload,
  });

  async function findBook(id: string) {
    const asked = { query: NoticeBookDocument, variables: { id } };
    const { data } = await client.query({ ...asked, fetchPolicy: 'network-only' });
    return data?.book ?? null;
  }

  /**
   * Writes an event's book to the cache unless a newer event is known; returns the current book.
   */
  function hear(event: BookEvent): BookInEvent {
    const { book, isNews } = newest.hear(event);
    if (!isNews) return book;
    updateBook(client.cache, book);
    if (book.status !== 'ON_SALE') box.close(book.id);
    return book;
  }

  async function hearOnSale(event: BookEvent): Promise<void> {
    // Checked before the page may change in response to the news.
    const isShown = shown.has(event.bookId);
    const book = hear(event);
    // The event stays in the log when the shop withdraws the book, which has no event of its own.
    if (book.status !== 'ON_SALE' || event.book.status !== 'ON_SALE') return;
    const notice = { seq: event.seq, book };
    const isWanted = await subscribed.hasByNow(book.id).catch((error: unknown) => {
      console.info('Subscription check failed; will retry.', error);
      catchUp.again();
      return false;
    });
    if (isWanted && session.state() === 'signedIn') box.keep(notice);
    else if (isShown) box.show(notice);
  }

  function hearState(state: NewsState): void {
    const before = store.get().heard;
    const isLost = state === 'connecting' && before !== 'connecting';
    store.set({ heard: isLost ? 'reconnecting' : state });
    if (state !== 'live' || before !== 'reconnecting') return;
    // The member's list may have gained books meanwhile.
    subscribed.renew();
    catchUp.run();
  }

  /** Determines whose notices to show and reads what they have missed. */
  async function meetReader(): Promise<void> {
    if (session.state() === 'signedOut') {
      catchUp.setMember(null);
      return box.leave(session.ended() !== null);
    }
    const token = await session.token();
    const member = token === null ? null : memberOf(token);
    if (member === null) return;
    box.enter(member);
    catchUp.setMember(member);
    await box.reload();
  }

  const meet = () => void meetReader().catch(console.info);

  return {
    /** Starts listening; returns a function that stops it. */
    start() {
      const stopWatching = watchOnline(() => store.set({ online: isOnline() }));
      memory.watch(() => void box.reload().catch(console.info));
      const stopMeeting = session.subscribe(meet);
      if (session.state() !== 'signedOut') meet();
      const stop = news.followOnSale((event) => {
        hearOnSale(event).catch(console.error);
      }, hearState);
      return () => {
        stopWatching();
        stopMeeting();
        stop();
      };
    },
    /** Keeps one book up to date; returns a function that stops it. */
    followBook: (bookId: string) => news.followBook(bookId, hear),
    subscribe: store.subscribe,
    state: (): LiveState => {
      const { heard, online } = store.get();
      return online || heard === 'failed' ? heard : 'offline';
    },
    notices: () => store.get().notices,
    /** Marks the book's notice as read. */
    closeNotice: box.close,
    closeAllNotices: box.closeAll,
    show: shown.show,
    setSubscribed: (bookId: string, wanted: boolean) => {
      subscribed.set(bookId, wanted).catch(console.error);
    },
    /** The member added or removed a standing subscription, which adds or removes books. */
    renewSubscribed: subscribed.renew,
    reasonsFor: subscribed.reasons,
  };
}
