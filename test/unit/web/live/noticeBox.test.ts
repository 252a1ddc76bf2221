import { beforeEach, describe, expect, it } from 'vitest';
import { createNoticeBox } from '../../../../web/src/live/createNoticeBox.ts';
import type { Notice } from '../../../../web/src/live/noticeQueue.ts';
import { rememberIn } from './rememberIn.ts';

/** What a browser stores for all tabs of the site. */
let kept: Map<string, string>;
let withdrawn: Set<string>;

beforeEach(() => {
  kept = new Map();
  withdrawn = new Set();
});

const aNotice = (seq: number): Notice => ({ seq: String(seq), book: aBook(`b${seq}`) });

const aBook = (id: string): Notice['book'] => ({
  id,
  title: id,
  volume: null,
  contributors: [],
  publisher: null,
  label: null,
  coverUrl: null,
  status: withdrawn.has(id) ? 'UPCOMING' : 'ON_SALE',
  productUrl: null,
});

/** A page of the site in that browser. */
function aTab(member?: string) {
  const box = createNoticeBox({
    memory: rememberIn(kept),
    findBook: async (id) => aBook(id),
    onChange: () => {},
  });
  if (member !== undefined) box.enter(member);
  return { ...box, titles: () => box.notices().map(({ book }) => book.title) };
}

describe('the notices of a member', () => {
  it('a member’s notices reappear after a reload, until they are read', async () => {
    const tab = aTab('m1');
    tab.keep(aNotice(1));
    tab.keep(aNotice(2));
    tab.close('b1');
    const reloaded = aTab('m1');
    await reloaded.reload();
    expect(reloaded.titles()).toEqual(['b2']);
  });

  it('a member’s notices disappear from all tabs when read in one, and never reappear', async () => {
    const [one, other] = [aTab('m1'), aTab('m1')];
    one.keep(aNotice(1));
    await other.reload();
    expect(other.titles()).toEqual(['b1']);
    one.close('b1');
    await other.reload();
    expect(other.titles()).toEqual([]);
    other.keep(aNotice(1));
    expect(other.titles()).toEqual([]);
    expect(other.note('1', 'b1')).toBe(false);
  });

  it('a member’s notices appear in a tab that has not received the sale itself', async () => {
    const [one, other] = [aTab('m1'), aTab('m1')];
    one.keep(aNotice(1));
    await other.reload();
    expect(other.titles()).toEqual(['b1']);
  });

  it('a member’s notices do not reappear if the shop has withdrawn the book meanwhile', async () => {
    aTab('m1').keep(aNotice(1));
    withdrawn.add('b1');
    const reloaded = aTab('m1');
    await reloaded.reload();
    expect(reloaded.titles()).toEqual([]);
    withdrawn.clear();
    await reloaded.reload();
    expect(reloaded.titles()).toEqual([]);
  });

  it.each(['close', 'closeAll'] as const)(
    'a member’s notices are read for good by %s, however often the book went on sale before',
    async (close) => {
      const tab = aTab('m1');
      tab.keep(aNotice(1));
      tab.keep({ seq: '2', book: aBook('b1') });
      tab[close]('b1');
      const reloaded = aTab('m1');
      await reloaded.reload();
      expect(reloaded.titles()).toEqual([]);
    },
  );

  it('a member’s notices are deleted when the next member signs in', async () => {
    aTab('m1').keep(aNotice(1));
    const next = aTab('m2');
    await next.reload();
    expect(next.titles()).toEqual([]);
    expect([...kept.keys()].filter((key) => key.includes('m1'))).toEqual([]);
    next.keep(aNotice(2));
    next.leave(true);
    expect(next.titles()).toEqual([]);
    expect([...kept.keys()]).toEqual([]);
  });

  it('a member’s notices are limited to the newest', async () => {
    const tab = aTab('m1');
    for (let seq = 1; seq <= 300; seq += 1) tab.note(String(seq), `b${seq}`);
    await tab.reload();
    expect(tab.titles()).toHaveLength(30);
    expect(tab.titles().at(-1)).toBe('b300');
    expect(kept.size).toBeLessThanOrEqual(200);
  });
});

describe('the notices of a guest', () => {
  it('a guest’s notices belong to one page, and include none of a member’s', async () => {
    const page = aTab();
    page.show(aNotice(1));
    expect(page.titles()).toEqual(['b1']);
    expect([...kept.keys()]).toEqual([]);
  });

  it('a guest’s notices disappear from the other pages when read on one', async () => {
    const [one, other] = [aTab(), aTab()];
    one.show(aNotice(1));
    other.show(aNotice(1));
    one.close('b1');
    await other.reload();
    expect(other.titles()).toEqual([]);
  });
});
