import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mailsTo, testStack } from '../../tools/testing/testStack.ts';
import { startReleaseRun } from '../support/releaseRun.ts';
import { tellStories } from '../support/story.ts';

const { given, when, then } = tellStories();

describe('A book travels from a CSV row to a screen and an inbox', () => {
  it('a book is announced, subscribed to, sold, shown and mailed, each once', async () => {
    // 1. The partner announces it
    const title = `雪国の灯 ${Date.now().toString(36)}`;
    const row = given.aRowFor(title, { 著者: '三田村遥|著|ミタムラハルカ', 本体価格: '1800' });
    const accounting = { records: 1, created: 1, changed: 0, unchanged: 0, held: 0, rejected: 0 };
    expect(await when.thePartnerDelivers(row)).toMatchObject(accounting);

    // 2. Anyone finds it on the web
    const bookPath = `/books/isbn-${row.ISBN}`;
    const anyone = await given.aVisitTo(`/?text=${encodeURIComponent(title)}`);
    await anyone.page.getByRole('link', { name: title }).first().click();
    await anyone.page.waitForURL((url) => url.pathname === bookPath);
    await anyone.page.getByRole('heading', { level: 1, name: title }).waitFor();

    // 3. A member asks to be told
    const hanako = await given.aMemberAt('hanako', bookPath);
    await when.theyAskToBeTold(hanako.page);
    await hanako.page.goto(`${testStack().web}/my`);
    await hanako.page.getByRole('link', { name: title }).first().waitFor();

    // 4. The shop begins to sell it
    const taro = await given.aMemberAt('taro', bookPath);
    await when.theShopSells(row.ISBN);

    // 5. Every open page that concerns it says so
    await then.thePageSaysOnSale(hanako.page, title);
    await then.thePageSaysOnSale(taro.page, title);
    await then.thePageSaysOnSale(anyone.page, title);

    // 6. Subscribers get one mail
    const mail = await then.theInboxHolds('hanako@reader.example', title);
    expect(mail.subject).toContain('発売');
    for (const content of [mail.text, mail.html]) {
      expect(content).toContain('三田村遥');
      expect(content).toContain('1,980');
      expect(content).toContain(`${testStack().shop.url}/products/${row.ISBN}`);
    }

    // 7. And nothing happens twice
    await when.theShopSells(row.ISBN);
    await startReleaseRun(testStack());
    await sleep(4_000);
    expect(
      mailsTo('hanako@reader.example').filter((sent) => sent.text.includes(title)),
    ).toHaveLength(1);
    then.theInboxHoldsNothing('taro@reader.example', title);

    for (const visit of [anyone, hanako, taro]) expect(visit.complaints).toEqual([]);
  });
});
