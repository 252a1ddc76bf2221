import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { eventually } from '../support/eventually.ts';
import { tellStories } from '../support/story.ts';
import { watchPolicy } from '../support/violations.ts';

const { given } = tellStories();
const PATIENCE = { timeout: 30_000 };

describe('bar 06 browser surface: markup injected into a page', () => {
  it('each kind of injected markup is blocked and reported by its own directive', async () => {
    // Not a page of the app, whose service worker would fetch the next one past the routes.
    const { page, context } = await given.aVisitTo('/config.json');
    const violations = await watchPolicy(context);
    const reached: string[] = [];
    await context.route('https://elsewhere.example/**', (route) => {
      reached.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    });
    // As if somebody had altered the page in transit; the headers are unchanged
    await page.route(testStack().web, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('</body>', `${WRITTEN_INTO}</body>`);
      await route.fulfill({ response: answer, body });
    });
    await page.route('**/late.js', (route) => route.fulfill({ body: 'window.ran = 1' }));
    await page.goto(testStack().web);
    await page.getByRole('heading', { level: 1, name: 'これから出る本' }).waitFor(PATIENCE);
    await page.locator('#bait').dispatchEvent('click');
    const blocked = () => new Set(violations.map(({ directive }) => directive));
    await eventually('what stands in the page', () => blocked().size >= 7);

    // The sinks that turn text into code
    expect(await page.evaluate(tryTheSinks)).toEqual([
      'TypeError',
      'TypeError',
      'EvalError',
      'TypeError',
      '',
    ]);
    const all = [
      'base-uri',
      'form-action',
      'frame-src',
      'object-src',
      'require-trusted-types-for',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
      'trusted-types',
    ];
    await expect.poll(() => [...blocked()].sort(), PATIENCE).toEqual(all);
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
    expect(await page.evaluate(() => document.baseURI)).toBe(`${testStack().web}/`);
    expect(reached).toEqual([]);
    await context.close();
  });
});

const WRITTEN_INTO = `
<base href="https://elsewhere.example/">
<script>window.ran = 1</script>
<script src="https://elsewhere.example/late.js"></script>
<button id="bait" onclick="window.ran = 1" style="color: red">押して</button>
<style>body { display: none }</style>
<iframe src="https://elsewhere.example/frame"></iframe>
<object data="https://elsewhere.example/object"></object>
<form id="away" action="https://elsewhere.example/steal" method="post"></form>`;

/**
 * Runs in the page. Returns the error name that stopped each attempt; an empty string if nothing
 * had to.
 */
async function tryTheSinks(): Promise<string[]> {
  const tries = [
    () => {
      document.body.innerHTML = '<img src="x" onerror="window.ran = 1">';
    },
    () => {
      const script = document.createElement('script');
      script.src = '/late.js';
      document.body.append(script);
    },
    // biome-ignore lint/security/noGlobalEval: that it is refused is what is tried.
    () => globalThis.eval('window.ran = 1'),
    () => {
      const types = Reflect.get(window, 'trustedTypes');
      types.createPolicy('mine', { createHTML: (text: string) => text });
    },
    () => document.querySelector<HTMLFormElement>('#away')?.submit(),
  ];
  const names: string[] = [];
  for (const attempt of tries) {
    // The browser's tools may use `eval` in what they call directly; a timer of the page may not.
    await new Promise<void>((next) => {
      setTimeout(() => {
        try {
          attempt();
          names.push('');
        } catch (error) {
          names.push(error instanceof Error ? error.name : 'unknown');
        }
        next();
      });
    });
  }
  return names;
}
