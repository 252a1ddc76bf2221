import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { membersOfTheShop, type ShopMember } from '../stack/auth/aMemberOfTheShop.ts';
import { signInOn, tellStories } from '../support/story.ts';

const { given } = tellStories();
const aMember = membersOfTheShop();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 30_000 };
/** A ten-minute token is renewed one minute before it expires. */
const NINE_MINUTES = 9 * 60_000 + 1_000;
const LIVE = '発売されたら、この画面ですぐにお知らせします';

/** An open page of a signed-in member that receives live events, with a clock the test controls. */
async function anOpenPageOf({ login, password }: ShopMember) {
  const visit = await given.aVisitTo('/sign-in?to=%2F');
  const { page } = visit;
  await signInOn(page, login, password);
  await page.getByText('本好き さん').waitFor(PATIENCE);
  await page.clock.install();
  await page.goto(testStack().web);
  await page.getByText('本好き さん').waitFor(PATIENCE);
  await page.getByText(LIVE).waitFor(PATIENCE);
  return visit;
}

const renewalOn = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith('/auth/refresh'), PATIENCE);

async function timePassesUntilItsRenewalOn(page: Page): Promise<number> {
  const renewal = renewalOn(page).then((answer) => answer.status());
  // The page may still be processing the previous response and set its timer later.
  for (;;) {
    await page.clock.fastForward(NINE_MINUTES);
    const status = await Promise.race([renewal, pause(2_000)]);
    if (status !== undefined) return status;
  }
}

describe("A member's open page", () => {
  it('an open page renews its token before it expires, repeatedly, and keeps receiving events', async () => {
    const { page, context, complaints } = await anOpenPageOf(await aMember());
    for (let time = 0; time < 3; time += 1) {
      expect(await timePassesUntilItsRenewalOn(page)).toBe(200);
    }
    await page.getByText('本好き さん').waitFor(PATIENCE);
    await page.getByText(LIVE).waitFor(PATIENCE);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("an open page reports that the session ended when the shop's password changed, and continues as a guest", async () => {
    const member = await aMember();
    const { page, context } = await anOpenPageOf(member);
    await member.changesPassword();
    expect(await timePassesUntilItsRenewalOn(page)).toBe(401);
    await page
      .getByText('ログインが無効になりました。続けるには、もう一度ログインしてください。')
      .waitFor(PATIENCE);
    await page.getByRole('banner').getByRole('link', { name: 'ログイン' }).waitFor(PATIENCE);
    await page.getByText(LIVE).waitFor(PATIENCE);
    await page.getByRole('article').first().waitFor(PATIENCE);

    // It does not keep asking.
    let renewals = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/auth/refresh')) renewals += 1;
    });
    await page.clock.fastForward(3 * NINE_MINUTES);
    await page.waitForTimeout(500);
    expect(renewals).toBe(0);
    await context.close();
  });
});
