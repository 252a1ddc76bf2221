import type { Database } from '../../../db/database.ts';
import type { Language } from '../../../domain/language/language.ts';
import type { BookTarget, LinkTarget, StandingTarget } from '../links/linkToken.ts';
import type { Wish } from './readWish.ts';
import type { Page } from './renderPage.ts';
import { stopAll, undoStopAll } from './stopAll.ts';
import { stopBook } from './stopBook.ts';
import { stopStanding } from './stopStanding.ts';
import { undoStopBook } from './undoStopBook.ts';
import { undoStopStanding } from './undoStopStanding.ts';
import type { PageWords } from './words/pageWords.ts';
import { WORDS } from './words/words.ts';

type Done = Pick<Page, 'outcome' | 'actions'>;
type Action = Exclude<Wish, 'oneClick'>;

/** Returns a button's label: a consent renewed by it records this wording. */
type ReadButton = (button: keyof PageWords['buttons']) => Promise<string>;

const UNREADABLE: Done = { outcome: 'unreadable', actions: [] };
const TOO_LATE: Done = { outcome: 'tooLate', actions: [] };

/**
 * Does what the member requested; returns the resulting page. Reads the wording only where it
 * matters: nothing may delay a stop.
 */
export async function fulfil(
  database: Database,
  target: LinkTarget,
  wish: Wish,
  readLanguage: () => Promise<Language>,
  now: Date,
): Promise<Done> {
  const action = wish === 'oneClick' ? stopOf(target) : wish;
  const standing = 'kind' in target ? { kind: target.kind, name: null } : null;
  const readButton: ReadButton = async (button) =>
    WORDS[await readLanguage()].buttons[button]({
      title: null,
      standing,
      shopName: '',
      contact: '',
    });
  switch (action) {
    case 'stopAll': {
      const isUndoable = await stopAll(database, target.memberId, now);
      return { outcome: 'stoppedAll', actions: isUndoable ? ['undoAll'] : [] };
    }
    case 'undoAll': {
      const mayCome = await undoStopAll(database, target.memberId, now);
      return mayCome ? { outcome: 'resumedAll', actions: ['stopAll'] } : TOO_LATE;
    }
    default:
      return 'kind' in target
        ? fulfilStanding(database, target, action, readButton, now)
        : fulfilBook(database, target, action, readButton, now);
  }
}

/** The action of a mail program's one-click: stop the link's target. */
function stopOf(target: LinkTarget): Action {
  if ('kind' in target) return 'stopStanding';
  return target.bookId === null ? 'stopAll' : 'stopBook';
}

async function fulfilBook(
  database: Database,
  { memberId, bookId }: BookTarget,
  action: Action,
  readButton: ReadButton,
  now: Date,
): Promise<Done> {
  if (bookId === null) return UNREADABLE;
  if (action === 'stopBook') {
    const isUndoable = await stopBook(database, { memberId, bookId }, now);
    return { outcome: 'stoppedBook', actions: isUndoable ? ['undoBook', 'stopAll'] : ['stopAll'] };
  }
  if (action !== 'undoBook') return UNREADABLE;
  const wording = await readButton('undoBook');
  const isBack = await undoStopBook(database, { memberId, bookId }, wording, now);
  return isBack ? { outcome: 'resumedBook', actions: ['stopBook', 'stopAll'] } : TOO_LATE;
}

async function fulfilStanding(
  database: Database,
  target: StandingTarget,
  action: Action,
  readButton: ReadButton,
  now: Date,
): Promise<Done> {
  if (action === 'stopStanding') {
    const isUndoable = await stopStanding(database, target, now);
    return {
      outcome: 'stoppedStanding',
      actions: isUndoable ? ['undoStanding', 'stopAll'] : ['stopAll'],
    };
  }
  if (action !== 'undoStanding') return UNREADABLE;
  const isBack = await undoStopStanding(database, target, await readButton('undoStanding'), now);
  return isBack ? { outcome: 'resumedStanding', actions: ['stopStanding', 'stopAll'] } : TOO_LATE;
}
