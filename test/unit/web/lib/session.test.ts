import { beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '../../../../web/src/lib/session/createSession.ts';
import { memberOf } from '../../../../web/src/lib/session/memberOf.ts';
import type { TokenAnswer } from '../../../../web/src/lib/session/requestToken.ts';
import type { TabNews } from '../../../../web/src/lib/session/signedInHint.ts';
import { refreshDelay, retryDelay } from '../../../../web/src/lib/session/tokenTiming.ts';

/** A browser whose clock, memory and sign-in service the test holds. */
function aBrowser(signedInBefore: boolean) {
  const timers: { at: number; run: () => void }[] = [];
  let hint = signedInBefore;
  let onHint = (_news: TabNews) => {};
  let onReturn = () => {};
  const browser = {
    now: 0,
    refreshes: 0,
    /** Whether the service ends all sessions: not where this one was over before. */
    endsAll: true,
    answer: (): TokenAnswer => ({
      kind: 'granted',
      token: `t${browser.refreshes}`,
      expiresIn: 600,
    }),
    hint: () => hint,
    anotherTab: (news: TabNews) => onHint(news),
    /** The reader comes back to the page from another one. */
    async isLookedAt() {
      onReturn();
      await new Promise(setImmediate);
    },
    /** Lets time pass and whatever is due happen. */
    async pass(milliseconds: number) {
      browser.now += milliseconds;
      for (const timer of timers.splice(0).sort((a, b) => a.at - b.at)) {
        if (timer.at <= browser.now) timer.run();
        else timers.push(timer);
      }
      await new Promise(setImmediate);
    },
    session: () =>
      createSession({
        requestToken: async () => ({ kind: 'granted', token: 'first', expiresIn: 600 }),
        requestRefresh: async () => {
          browser.refreshes += 1;
          return browser.answer();
        },
        requestSignOut: async () => {},
        requestSignOutEverywhere: async () => browser.endsAll,
        hint: {
          read: () => hint,
          write: () => {
            hint = true;
          },
          clear: () => {
            hint = false;
          },
          watch: (listener) => {
            onHint = listener;
          },
        },
        now: () => browser.now,
        after(milliseconds, run) {
          const timer = { at: browser.now + milliseconds, run };
          timers.push(timer);
          return () => timers.splice(timers.indexOf(timer) >>> 0, 1);
        },
        onReturn: (run) => {
          onReturn = run;
        },
        alone: (run) => run(),
      }),
  };
  return browser;
}

describe('the time of a token', () => {
  it('is exchanged a minute before its end', () => expect(refreshDelay(600)).toBe(540_000));
  it('is exchanged after half its life when that is short', () =>
    expect(refreshDelay(60)).toBe(30_000));
  it('is retried with growing waits, a minute at most', () =>
    expect([0, 1, 2, 10].map(retryDelay)).toEqual([1000, 2000, 4000, 60_000]));
});

describe('a session', () => {
  let browser = aBrowser(false);
  beforeEach(() => {
    browser = aBrowser(false);
  });

  it('asks the sign-in service nothing where nobody signed in before', async () => {
    const session = browser.session();
    expect(await session.token()).toBeNull();
    expect([session.state(), browser.refreshes]).toEqual(['signedOut', 0]);
  });

  it('finds out once who is here, however many requests wait for it', async () => {
    browser = aBrowser(true);
    const session = browser.session();
    expect(session.state()).toBe('unknown');
    expect(await Promise.all([session.token(), session.token()])).toEqual(['t1', 't1']);
    expect([session.state(), browser.refreshes]).toEqual(['signedIn', 1]);
  });

  it('lets go when the service no longer knows the cookie', async () => {
    browser = aBrowser(true);
    browser.answer = () => ({ kind: 'refused' });
    const session = browser.session();
    expect(await session.token()).toBeNull();
    expect([session.state(), browser.hint()]).toEqual(['signedOut', false]);
  });

  it('lets pages be read while the service is away, and finds the member later', async () => {
    browser = aBrowser(true);
    const { answer } = browser;
    browser.answer = () => {
      throw new Error('no network');
    };
    const session = browser.session();
    expect(await session.token()).toBeNull();
    expect([session.state(), browser.hint()]).toEqual(['signedOut', true]);
    browser.answer = answer;
    await browser.pass(1000);
    expect(session.state()).toBe('signedIn');
  });

  it('exchanges its token before the end, by itself', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    await browser.pass(539_000);
    expect(browser.refreshes).toBe(0);
    await browser.pass(1000);
    expect([await session.token(), browser.refreshes]).toEqual(['t1', 1]);
  });

  it('exchanges a token that ran out while the computer slept before it is used', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    browser.now += 3_600_000;
    expect(await session.token()).toBe('t1');
  });

  it('ends in every tab when one signs out', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    browser.anotherTab('here');
    expect([session.state(), await session.token()]).toEqual(['signedOut', null]);
    expect(session.ended()).toBe('elsewhere');
  });

  it('knows why it ended, and forgets it with the next one', async () => {
    const session = browser.session();
    expect(session.ended()).toBeNull();
    await session.signIn('hanako', 'secret');
    await session.signOut();
    expect(session.ended()).toBe('here');
    await session.signIn('hanako', 'secret');
    expect(session.ended()).toBeNull();
    browser.answer = () => ({ kind: 'refused' });
    await browser.pass(540_000);
    expect([session.state(), session.ended(), browser.hint()]).toEqual([
      'signedOut',
      'expired',
      false,
    ]);
  });

  it('that was at its end in another tab is so here, and no exchange is tried', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    browser.anotherTab('expired');
    expect([session.ended(), browser.refreshes]).toEqual(['expired', 0]);
  });

  it('begins here when a member signs in in another tab', async () => {
    const session = browser.session();
    browser.anotherTab('signedIn');
    await new Promise(setImmediate);
    expect([session.state(), browser.refreshes]).toEqual(['signedIn', 1]);
  });

  it('that another tab has handed to another member is let go of first', async () => {
    const tokenOf = (sub: string) =>
      `e30.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.s`;
    expect([memberOf(tokenOf('会員7')), memberOf('t1')]).toEqual([expect.any(String), null]);
    const session = browser.session();
    const answers = ['7', '7', '8'].map((sub) => tokenOf(sub));
    browser.answer = () => ({ kind: 'granted', token: answers.shift() ?? '', expiresIn: 600 });
    await session.refresh();
    const states: string[] = [];
    session.subscribe(() => states.push(session.state()));
    await session.refresh();
    expect(states).toEqual([]);
    await session.refresh();
    expect(states).toEqual(['signedOut', 'signedIn']);
  });

  it('asks whether it goes on when a page is looked at again, not each time', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    browser.now += 30_000;
    await browser.isLookedAt();
    expect(browser.refreshes).toBe(0);
    browser.answer = () => ({ kind: 'refused' });
    browser.now += 31_000;
    await browser.isLookedAt();
    expect([browser.refreshes, session.state(), session.ended()]).toEqual([
      1,
      'signedOut',
      'expired',
    ]);
    browser.now += 120_000;
    await browser.isLookedAt();
    expect(browser.refreshes).toBe(1);
  });

  it('that is ended everywhere is ended here, and says so where it was over before', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    expect(await session.signOutEverywhere()).toBe(true);
    expect([session.state(), session.ended()]).toEqual(['signedOut', 'here']);
    await session.signIn('hanako', 'secret');
    browser.endsAll = false;
    expect(await session.signOutEverywhere()).toBe(false);
    expect([session.state(), session.ended()]).toEqual(['signedOut', 'expired']);
  });

  it('tells its listeners of each change', async () => {
    const session = browser.session();
    const states: string[] = [];
    session.subscribe(() => states.push(session.state()));
    await session.signIn('hanako', 'secret');
    await session.signOut();
    expect(states).toEqual(['signedIn', 'signedOut']);
  });
});
