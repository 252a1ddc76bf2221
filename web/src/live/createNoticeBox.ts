import type { NoticePartsFragment } from '../generated/documents.ts';
import type { NoticeMemory } from './noticeMemory.ts';
import { addNotice, closeNotice, type Notice, type NoticeQueue } from './noticeQueue.ts';

/** Anyone who is not signed in. */
const GUEST = 'guest';

/** Beyond this number the oldest unread notices are dropped: nobody reads a longer list. */
const MOST_UNREAD = 30;

export interface NoticeBoxOptions {
  memory: NoticeMemory;
  /** Returns the current book; null if there is none. */
  findBook(id: string): Promise<NoticePartsFragment | null>;
  onChange(notices: NoticeQueue): void;
}

/**
 * The current reader's notices. A member's notices stay until read, in every tab and after a
 * reload; a guest's belong to this page. A notice read in one tab is read in all.
 */
export function createNoticeBox({ memory, findBook, onChange }: NoticeBoxOptions) {
  let reader = GUEST;
  let notices: NoticeQueue = [];

  function show(next: NoticeQueue): void {
    if (next === notices) return;
    notices = next;
    onChange(notices);
  }

  const knows = (seq: string) => memory.marks(reader).some((mark) => mark.seq === seq);
  const read = (seq: string, bookId: string) => memory.mark(reader, { seq, bookId, isRead: true });

  /** Shows the notices marked unread and removes those marked read. */
  async function reload(): Promise<void> {
    const marks = memory.marks(reader);
    const done = new Set(marks.filter(({ isRead }) => isRead).map(({ seq }) => seq));
    show(
      notices.some(({ seq }) => done.has(seq))
        ? notices.filter(({ seq }) => !done.has(seq))
        : notices,
    );
    const unread = marks.filter(({ isRead }) => !isRead);
    for (const { seq, bookId } of unread.slice(0, -MOST_UNREAD)) read(seq, bookId);
    const whose = reader;
    for (const { seq, bookId } of unread.slice(-MOST_UNREAD)) {
      if (notices.some((shown) => shown.seq === seq)) continue;
      const book = await findBook(bookId);
      // The reader has changed meanwhile.
      if (reader !== whose) return;
      const mark = memory.marks(reader).find((kept) => kept.seq === seq);
      if (mark === undefined || mark.isRead) continue;
      // The shop may have withdrawn it meanwhile.
      if (book?.status === 'ON_SALE') show(addNotice(notices, { seq, book }));
      else read(seq, bookId);
    }
  }

  return {
    notices: () => notices,
    /** Shows a notice of this page, unless it was read in another tab. */
    show(notice: Notice): void {
      if (!knows(notice.seq)) show(addNotice(notices, notice));
    },
    /** Records that a sale concerns the member; returns whether it is new. */
    note(seq: string, bookId: string): boolean {
      if (knows(seq)) return false;
      memory.mark(reader, { seq, bookId, isRead: false });
      return true;
    },
    /** Shows a notice that stays until it is read. */
    keep(notice: Notice): void {
      if (this.note(notice.seq, notice.book.id)) show(addNotice(notices, notice));
    },
    close(bookId: string): void {
      for (const { seq, book } of notices) if (book.id === bookId) read(seq, bookId);
      // The book may have gone on sale more than once before the notice was read.
      for (const mark of memory.marks(reader))
        if (mark.bookId === bookId && !mark.isRead) read(mark.seq, bookId);
      if (notices.some(({ book }) => book.id === bookId)) show(closeNotice(notices, bookId));
    },
    closeAll(): void {
      for (const { book } of notices) this.close(book.id);
    },
    reload,
    /** Called when a member signs in; forgets the notices of all others. */
    enter(member: string): void {
      if (member === reader) return;
      reader = member;
      memory.forgetOthers(member);
      show([]);
    },
    /** Called when the member signs out; deletes their notices if `forget` is set. */
    leave(forget: boolean): void {
      if (forget) memory.forgetOthers(null);
      if (reader === GUEST) return;
      reader = GUEST;
      show([]);
    },
  };
}
