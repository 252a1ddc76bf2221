import type { Database } from '../../db/database.ts';
import type { Language } from '../language.ts';
import type { LinkTarget } from '../links/linkToken.ts';
import type { Wish } from './readWish.ts';
import type { Page } from './renderPage.ts';
import { stopAll, undoStopAll } from './stopAll.ts';
import { stopBook, undoStopBook } from './stopBook.ts';
import { WORDS } from './words.ts';

/**
 * Does what the member wishes; gives what the page says then. What they read is asked for only where it
 * matters: nothing stands between a member and a stop.
 */
export async function fulfil(
  database: Database,
  { memberId, bookId }: LinkTarget,
  wish: Wish,
  readLanguage: () => Promise<Language>,
  now: Date,
): Promise<Pick<Page, 'outcome' | 'actions'>> {
  const oneClick = bookId === null ? 'stopAll' : 'stopBook';
  switch (wish === 'oneClick' ? oneClick : wish) {
    case 'stopAll': {
      const isUndoable = await stopAll(database, memberId, now);
      return { outcome: 'stoppedAll', actions: isUndoable ? ['undoAll'] : [] };
    }
    case 'undoAll': {
      const mayCome = await undoStopAll(database, memberId, now);
      return mayCome
        ? { outcome: 'resumedAll', actions: ['stopAll'] }
        : { outcome: 'tooLate', actions: [] };
    }
    case 'stopBook': {
      if (bookId === null) return { outcome: 'unreadable', actions: [] };
      const isUndoable = await stopBook(database, { memberId, bookId }, now);
      return {
        outcome: 'stoppedBook',
        actions: isUndoable ? ['undoBook', 'stopAll'] : ['stopAll'],
      };
    }
    case 'undoBook': {
      if (bookId === null) return { outcome: 'unreadable', actions: [] };
      const wording = WORDS[await readLanguage()].buttons.undoBook;
      const isBack = await undoStopBook(database, { memberId, bookId }, wording, now);
      return isBack
        ? { outcome: 'resumedBook', actions: ['stopBook', 'stopAll'] }
        : { outcome: 'tooLate', actions: [] };
    }
  }
}
