import { InMemoryCache } from '@apollo/client';
import { parse, print } from 'graphql';
import { expect, it } from 'vitest';
import { documents } from '../../../../web/build/documents.ts';
import {
  BookPageDocument,
  ReleaseCalendarDocument,
  UpcomingBooksDocument,
} from '../../../../web/src/generated/documents.ts';

const FILE = new URL('../../../../web/src/generated/documents.ts', import.meta.url).pathname;

/** Returns the build's output for a request for one document. */
async function load(question: string): Promise<string> {
  const plugin = documents();
  const hook = plugin.load as unknown as { handler(id: string): Promise<{ code: string }> };
  return (await hook.handler(`${FILE}?${question}`)).code;
}

it.each(Object.entries({ BookPageDocument, ReleaseCalendarDocument, UpcomingBooksDocument }))(
  'the early query %s is the one that Apollo would send, plus the log’s cursor',
  async (name, document) => {
    const code = await load(`early=${name}`);
    const text = JSON.parse(code.replace(/^export default |;$/g, ''));
    const asSent = print(new InMemoryCache().transformDocument(document));
    expect(print(parse(text)).replace('  latestBookEventCursor\n', '')).toBe(asSent);
    expect(text).toContain('latestBookEventCursor');
  },
);

it('an unknown document fails the build', async () => {
  await expect(load('only=NoSuchDocument')).rejects.toThrow('expected a document NoSuchDocument');
});
