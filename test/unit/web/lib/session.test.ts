import { beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '../../../../web/src/lib/session/createSession.ts';
import { memberOf } from '../../../../web/src/lib/session/memberOf.ts';
import type { TokenAnswer } from '../../../../web/src/lib/session/requestToken.ts';
import type { TabNews } from '../../../../web/src/lib/session/signedInHint.ts';
import { refreshDelay, retryDelay } from '../../../../web/src/lib/session/tokenTiming.ts';

/** A browser whose clock, storage and sign-in service the test controls. */
function aBrowser(signedInBefore: boolean) {
  const timers: { at: number; run: () => void }[] = [];
  let hint = signedInBefore;
  let onHint = (_news: TabNews) => {};
  let onReturn = () => {};
  const browser = {
    now: 0,
    refreshes: 0,
    /** Whether the service ends all sessions: not if this one had already ended. */
    endsAll: true,
    answer: (): TokenAnswer => ({
      kind: 'granted',
      token: `t${browser.refreshes}`,
      expiresIn: 600,
    }),
    hint: () => hint,
    anotherTab: (news: TabNews) => onHint(news),
    /** The reader returns to the page from another one. */
    async isLookedAt() {
      onReturn();
      await new Promise(setImmediate);
    },
    /** Advances time and runs whatever is due. */
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

describe('the timing of a token', () => {
  it('refreshDelay refreshes a token a minute before it expires', () =>
    expect(refreshDelay(600)).toBe(540_000));
  it('refreshDelay refreshes a short-lived token after half its lifetime', () =>
    expect(refreshDelay(60)).toBe(30_000));
  it('retryDelay grows up to a minute', () =>
    expect([0, 1, 2, 10].map(retryDelay)).toEqual([1000, 2000, 4000, 60_000]));
});

describe('createSession', () => {
  let browser = aBrowser(false);
  beforeEach(() => {
    browser = aBrowser(false);
  });

  it('a session sends no request if nobody has signed in before', async () => {
    const session = browser.session();
    expect(await session.token()).toBeNull();
    expect([session.state(), browser.refreshes]).toEqual(['signedOut', 0]);
  });

  it('a session determines its member once, however many requests wait for it', async () => {
    browser = aBrowser(true);
    const session = browser.session();
    expect(session.state()).toBe('unknown');
    expect(await Promise.all([session.token(), session.token()])).toEqual(['t1', 't1']);
    expect([session.state(), browser.refreshes]).toEqual(['signedIn', 1]);
  });

  it('a session ends when the service no longer knows the cookie', async () => {
    browser = aBrowser(true);
    browser.answer = () => ({ kind: 'refused' });
    const session = browser.session();
    expect(await session.token()).toBeNull();
    expect([session.state(), browser.hint()]).toEqual(['signedOut', false]);
  });

  it('a session lets pages be read while the service is down, and finds the member later', async () => {
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

  it('a session refreshes its token by itself before it expires', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    await browser.pass(539_000);
    expect(browser.refreshes).toBe(0);
    await browser.pass(1000);
    expect([await session.token(), browser.refreshes]).toEqual(['t1', 1]);
  });

  it('a session refreshes a token that expired during sleep before using it', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    browser.now += 3_600_000;
    expect(await session.token()).toBe('t1');
  });

  it('a session ends in every tab when the member signs out in one', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    browser.anotherTab('here');
    expect([session.state(), await session.token()]).toEqual(['signedOut', null]);
    expect(session.ended()).toBe('elsewhere');
  });

  it('a session knows why it ended, until the next one starts', async () => {
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

  it('a session that expired in another tab ends here without a refresh', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    browser.anotherTab('expired');
    expect([session.ended(), browser.refreshes]).toEqual(['expired', 0]);
  });

  it('a session starts here when a member signs in in another tab', async () => {
    const session = browser.session();
    browser.anotherTab('signedIn');
    await new Promise(setImmediate);
    expect([session.state(), browser.refreshes]).toEqual(['signedIn', 1]);
  });

  it('a session ends first when another tab replaces its member', async () => {
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

  it('a session checks its state when the reader returns to the page, but not every time', async () => {
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

  it('a session that is ended everywhere ends here, and reports if it had already ended', async () => {
    const session = browser.session();
    await session.signIn('hanako', 'secret');
    expect(await session.signOutEverywhere()).toBe(true);
    expect([session.state(), session.ended()]).toEqual(['signedOut', 'here']);
    await session.signIn('hanako', 'secret');
    browser.endsAll = false;
    expect(await session.signOutEverywhere()).toBe(false);
    expect([session.state(), session.ended()]).toEqual(['signedOut', 'expired']);
  });

  it('a session notifies its listeners of each change', async () => {
    const session = browser.session();
    const states: string[] = [];
    session.subscribe(() => states.push(session.state()));
    await session.signIn('hanako', 'secret');
    await session.signOut();
    expect(states).toEqual(['signedIn', 'signedOut']);
  });
});
