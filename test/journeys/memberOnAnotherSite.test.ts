import type { BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoMembers } from '../../tools/shop/members.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { eventually } from '../support/eventually.ts';
import { type OtherSite, openOtherSite } from '../support/otherSite.ts';
import { tellStories } from '../support/story.ts';

const { given } = tellStories();
const [hanako, taro] = demoMembers;
if (hanako === undefined || taro === undefined) throw new Error('The sample shop has no members');

const COOKIE = '__Host-rt';
const ENDPOINTS = ['/auth/token', '/auth/refresh', '/auth/sign-out', '/auth/sign-out-everywhere'];
/** Credentials with which an attacker would sign a member's browser in as themselves. */
const THEIRS = JSON.stringify({ login: taro.login, password: taro.password });

/** What a page on another site can try, from simple to elaborate. */
const TRIES: { name: string; run: (page: Page, url: string, body: string) => Promise<unknown> }[] =
  [
    ...['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'].map((type) => ({
      name: `a form of ${type}`,
      run: (page: Page, url: string, body: string) =>
        page.evaluate(submit, { url, body, type, target: 'answer' }),
    })),
    {
      name: 'fetch without asking',
      run: (page, url, body) =>
        page.evaluate(
          ([to, text]) =>
            fetch(to, { method: 'POST', mode: 'no-cors', credentials: 'include', body: text })
              .then(({ type }) => type)
              .catch(() => null),
          [url, body] as const,
        ),
    },
    {
      name: 'fetch as the app does it',
      run: (page, url, body) =>
        page.evaluate(
          ([to, text]) =>
            fetch(to, {
              method: 'POST',
              credentials: 'include',
              headers: { 'content-type': 'application/json', 'x-requested-with': 'shinkan' },
              body: text,
            }).catch(() => null),
          [url, body] as const,
        ),
    },
    {
      name: 'a beacon',
      run: (page, url, body) =>
        page.evaluate(([to, text]) => navigator.sendBeacon(to, text), [url, body] as const),
    },
    {
      name: 'a form of a frame without an origin',
      run: (page, url, body) =>
        page.evaluate(
          ([to, text]) => {
            const quoted = text.replaceAll('"', '&quot;');
            const frame = document.createElement('iframe');
            frame.setAttribute('sandbox', 'allow-forms allow-scripts');
            frame.srcdoc = `<form method="post" action="${to}" enctype="text/plain"><input name="${quoted}"></form>
            <script>setTimeout(() => document.forms[0].submit(), 500)</script>`;
            document.body.append(frame);
          },
          [url, body] as const,
        ),
    },
    {
      name: 'a form that takes the reader along',
      run: (page, url, body) =>
        page.evaluate(submit, { url, body, type: 'text/plain', target: '_self' }),
    },
  ];

/** Runs in the page: submits a form whose single field is a whole body. */
function submit(what: { url: string; body: string; type: string; target: string }): void {
  const form = document.createElement('form');
  Object.assign(form, {
    method: 'post',
    action: what.url,
    enctype: what.type,
    target: what.target,
  });
  const field = document.createElement('input');
  // A text/plain form sends `name=value`; together they form JSON.
  Object.assign(field, { name: what.body.replace(/\}$/, ',"pad":"'), value: '"}' });
  form.append(field);
  document.body.append(form);
  form.submit();
}

/** Records what this browser sends to sign-in, whether it has finished, and the response. */
function watchSignIn(context: BrowserContext) {
  const asked = new Map<Request, boolean>();
  const answers: string[] = [];
  const texts: Promise<string>[] = [];
  const isSignIn = (each: Request) => each.url().includes('/auth/');
  context.on('request', (each) => isSignIn(each) && asked.set(each, false));
  context.on('requestfinished', (each) => isSignIn(each) && asked.set(each, true));
  context.on('requestfailed', (each) => isSignIn(each) && asked.set(each, true));
  context.on('response', (answer) => {
    if (!isSignIn(answer.request())) return;
    answers.push(`${answer.request().method()} ${answer.status()}`);
    texts.push(answer.text().catch(() => ''));
  });
  return { asked, answers, texts };
}

describe("bar 06 browser surface: another site in a member's browser", () => {
  let site: OtherSite;
  beforeAll(async () => {
    site = await openOtherSite();
  });
  afterAll(() => site.stop());

  const refreshCookie = async (context: BrowserContext) =>
    (await context.cookies(testStack().web)).find(({ name }) => name === COOKIE);

  // A browser sends the Strict cookie to another port of the same host: that is the same site.
  it.each([
    ['another port of the same host', () => new URL(testStack().web).hostname],
    ['another host', () => 'evil.localhost'],
  ])(
    'a page at %s cannot sign members out, sign them in as somebody else, or get a token',
    async (_, hostOf) => {
      const { context, page } = await given.aMemberAt('hanako', '/');
      await page.getByRole('button', { name: 'ログアウト' }).waitFor();
      const before = await refreshCookie(context);
      expect(before).toMatchObject({
        httpOnly: true,
        secure: true,
        sameSite: 'Strict',
        path: '/',
        domain: new URL(testStack().web).hostname,
      });
      const { asked, answers, texts } = watchSignIn(context);
      for (const path of ENDPOINTS) {
        const body = path === '/auth/token' ? THEIRS : '{"a":1}';
        for (const { name, run } of TRIES) {
          const evil = await context.newPage();
          await evil.goto(site.at(hostOf()));
          const before = asked.size;
          await run(evil, `${testStack().web}${path}`, body);
          const isAnswered = () => asked.size > before && ![...asked.values()].includes(false);
          await eventually(`${name} to ${path}`, isAnswered);
          await evil.close();
        }
      }
      expect(asked.size).toBeGreaterThanOrEqual(ENDPOINTS.length * TRIES.length);
      // The resource policy hides some responses even from the browser's own tools.
      expect(answers.length).toBeGreaterThanOrEqual(ENDPOINTS.length * 4);
      expect(answers.filter((answer) => !/ (403|405|415)$/.test(answer))).toEqual([]);
      expect((await Promise.all(texts)).join()).not.toContain('access_token');
      expect((await refreshCookie(context))?.value).toBe(before?.value);

      // Still the same member with the same cookie
      await page.reload();
      await page.getByText(`${hanako.name} さん`).first().waitFor();
      await context.close();
    },
  );
});
