import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answering, RUNTIME, resource, startTestApi } from './startTestApi.ts';

describe('reload of an API', () => {
  const assets: { [key: string]: string } = {};
  let api: Awaited<ReturnType<typeof startTestApi>>;
  beforeEach(async () => {
    assets['word.js'] = answering('return "old";');
    assets['other.js'] = answering('return "same";');
    api = await startTestApi({
      schema: 'type Query { word: String, other: String }',
      more: ['word', 'other'].map((FieldName) =>
        resource('Resolver', {
          ...{ TypeName: 'Query', FieldName, Kind: 'UNIT', DataSourceName: 'NONE' },
          ...{ Runtime: RUNTIME, CodeS3Location: `s3://assets/${FieldName}.js` },
        }),
      ),
      options: { readAsset: async (_bucket, key) => String(assets[key]) },
    });
  });
  afterEach(() => api.stop());

  const ask = async () => (await api.ask('{ word other }')).data;

  it('a reload runs a changed resolver’s new code from the next request on', async () => {
    expect(await ask()).toEqual({ word: 'old', other: 'same' });
    assets['word.js'] = answering('return "new";');
    expect(await api.reload()).toEqual({ changed: ['Query.word'], refused: [] });
    expect(await ask()).toEqual({ word: 'new', other: 'same' });
    expect(await api.reload()).toEqual({ changed: [], refused: [] });
  });

  it('a reload keeps the old code, and says why, if AppSync would reject the new code', async () => {
    assets['word.js'] = answering('throw new Error("no");');
    const { changed, refused } = await api.reload();
    expect(changed).toEqual([]);
    expect(refused).toEqual([expect.stringMatching(/word\.js.*throw/s)]);
    expect(await ask()).toEqual({ word: 'old', other: 'same' });
    assets['word.js'] = answering('return "good";');
    expect((await api.reload()).changed).toEqual(['Query.word']);
    expect(await ask()).toEqual({ word: 'good', other: 'same' });
  });
});
