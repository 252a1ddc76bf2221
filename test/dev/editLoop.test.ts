import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDev } from '../../tools/dev/runDev.ts';
import { demoMembers } from '../../tools/shop/members.ts';
import type { RunningShinkan } from '../../tools/stack/startShinkan.ts';
import { openBrowser, visit } from '../../tools/testing/browser.ts';
import { copySources } from '../../tools/testing/copySources.ts';
import { ask } from '../../tools/testing/graphql.ts';
import { eventually } from '../support/eventually.ts';

const RESOLVER = 'resolvers/Query.latestBookEventCursor.ts';
const HANDLER = 'services/auth/signIn.lambda.ts';
const COMPONENT = 'web/src/parts/page/NotFoundPage.tsx';

describe('the development server', () => {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-dev-'));
  const sources = copySources();
  const said: string[] = [];
  let dev: RunningShinkan;
  let browser: Browser;
  beforeAll(async () => {
    dev = await runDev({
      ...{ dir, root: sources.root, port: 0, fresh: true, empty: true, tick: 60 },
      ...{ mailRate: 14, mailWindow: '08:00-10:00', say: (line) => said.push(line) },
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await dev?.stop();
    sources.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  /** Saves a file in the copy of the sources; returns a function that restores it. */
  function save(file: string, from: string, to: string): () => void {
    const path = join(sources.root, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    return () => writeFileSync(path, text);
  }
  const cursor = async () =>
    String((await ask(dev.stack, '{ latestBookEventCursor }')).data?.latestBookEventCursor);
  const signInAnswer = async () => (await fetch(`${dev.stack.web}/auth/nothing`)).text();
  const hasSaid = (pattern: RegExp) =>
    eventually(`to be told ${pattern}`, () => said.find((line) => pattern.test(line)));

  it('the development server answers with a resolver as last saved', async () => {
    const restore = save(RESOLVER, 'return `', 'return `saved-');
    await eventually('the saved resolver', async () => (await cursor()) === 'saved-0');
    await hasSaid(/^Reloaded resolvers\/Query\.latestBookEventCursor\.ts in /);
    restore();
    await eventually('the restored resolver', async () => (await cursor()) === '0');
  });

  it('the development server names the line of a resolver that does not compile, and keeps the old one', async () => {
    const restore = save(RESOLVER, 'return query', 'return return query');
    await hasSaid(/^resolvers\/Query\.latestBookEventCursor\.ts:6:\d+: .*; what ran before keeps/);
    expect(await cursor()).toBe('0');
    restore();
    save(RESOLVER, 'return `', 'return `repaired-');
    await eventually('the next save to recover', async () => (await cursor()) === 'repaired-0');
  });

  it('the development server names the line of a resolver that AppSync would reject, and keeps the old one', async () => {
    const restore = save(RESOLVER, '  return query', "  throw new Error('no');\n  return query");
    await hasSaid(/resolvers\/Query\.latestBookEventCursor\.ts:6:3 .*; what ran before keeps/);
    expect(await cursor()).toBe('repaired-0');
    restore();
  });

  it('the development server runs a handler as last saved', async () => {
    const refusal = "\n  return refuse(404, 'saved', 'Saved.');";
    const restore = save(HANDLER, '): Promise<Answer> {', `): Promise<Answer> {${refusal}`);
    await eventually('the saved handler', async () => (await signInAnswer()).includes('saved'));
    restore();
    await eventually('the restored one', async () => (await signInAnswer()).includes('not_found'));
  });

  it('the development server names the line of a handler that does not compile, and keeps the old one', async () => {
    const restore = save(HANDLER, 'return await route', 'return await await route(');
    await hasSaid(/^services\/auth\/signIn\.lambda\.ts:\d+:\d+: .*; what ran before keeps/);
    expect(await signInAnswer()).toContain('not_found');
    restore();
  });

  it('the development server signs a member in, under the headers of the site', async () => {
    const { page, context, complaints } = await visit(browser, `${dev.stack.web}/sign-in`);
    const [member] = demoMembers;
    await page.getByLabel('会員ID').fill(member?.login ?? '');
    await page.getByLabel('パスワード', { exact: true }).fill(member?.password ?? '');
    await page.getByRole('button', { name: 'ログイン' }).click();
    await page.getByText(`${member?.name} さん`).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the development server shows a component as last saved, without reloading the page', async () => {
    const { page, context, complaints } = await visit(browser, `${dev.stack.web}/nowhere`);
    await page.locator('.message').waitFor();
    await page.evaluate(() => Reflect.set(window, 'stayed', true));
    const restore = save(COMPONENT, 'className="message"', 'className="message" data-saved="yes"');
    await page.locator('.message[data-saved=yes]').waitFor();
    expect(await page.evaluate(() => Reflect.get(window, 'stayed'))).toBe(true);
    expect(complaints.filter((text) => /Content Security Policy|Trusted/i.test(text))).toEqual([]);
    restore();
    await context.close();
  });

  it('the development server writes the types of a saved GraphQL document', async () => {
    const generated = join(sources.root, 'web/src/generated/documents.ts');
    const restore = save('web/src/parts/book/BookCard.graphql', '  edition\n', '');
    await hasSaid(/^Wrote .*web\/src\/generated\/documents\.ts/);
    expect(readFileSync(generated, 'utf8')).not.toMatch(/BookCardPartsFragment = .*edition/);
    restore();
    const typo = save('web/src/parts/book/BookCard.graphql', '  edition\n', '  editoin\n');
    await hasSaid(/BookCard\.graphql:\d+:3: Cannot query field "editoin".*; what ran before keeps/);
    typo();
  });

  it('the development server says so when a saved file takes effect only after a restart', async () => {
    save('schema/schema.graphql', 'type Query {', 'type Query {\n  "New."\n  novelty: String');
    await hasSaid(/^schema\/schema\.graphql: takes effect after Ctrl-C and npm run dev$/);
  });
});
