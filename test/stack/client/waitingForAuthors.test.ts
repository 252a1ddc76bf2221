import { expect, it } from 'vitest';
import { createShinkanClient } from '../../../client/src/index.ts';
import { demoMembers } from '../../../tools/shop/members.ts';
import { signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { tellStories } from '../../support/story.ts';

const { given, when } = tellStories();

it('a member finds an author and a series with the client, waits for both, and ends both waits', async () => {
  const unique = Date.now().toString(36);
  const author = `灯台${unique}`;
  await when.thePartnerDelivers(
    given.aRowFor(`岬の歌${unique}`, { 巻次: '1', 著者: `${author}|著|トウダイ` }),
  );
  const [member] = demoMembers;
  const token = await signIn(testStack(), member?.login ?? '', member?.password ?? '');
  const endpoint = testStack().graphql;
  const shinkan = createShinkanClient({ endpoint, accessToken: () => token });

  const { contributors } = await shinkan.suggest(author);
  expect(contributors.map(({ contributor }) => contributor.name)).toEqual([author]);
  const contributorId = contributors[0]?.contributor.id ?? '';
  const { series } = await shinkan.suggest(`岬の歌${unique}`, 1);
  expect(series.map((one) => one.series.name)).toEqual([`岬の歌${unique}`]);
  const seriesId = series[0]?.series.id ?? '';

  const roles = ['EDITOR', 'AUTHOR'] as const;
  const begun = await shinkan.subscribeToContributor(contributorId, { roles: [...roles] });
  expect(begun).toMatchObject({ kind: 'CONTRIBUTOR', id: contributorId, name: author });
  expect(begun.roles?.toSorted()).toEqual(roles.toSorted());
  const usual = await shinkan.subscribeToContributor(contributorId);
  expect(usual.roles).toContain('ARTIST');
  await shinkan.subscribeToSeries(seriesId);
  const page = await shinkan.standingSubscriptions({ first: 2 });
  expect(page?.edges.map(({ node }) => node.id).toSorted()).toEqual(
    [contributorId, seriesId].toSorted(),
  );

  expect((await shinkan.unsubscribeFromContributor(contributorId))?.id).toBe(contributorId);
  expect(await shinkan.unsubscribeFromContributor(contributorId)).toBeNull();
  expect((await shinkan.unsubscribeFromSeries(seriesId))?.id).toBe(seriesId);
  const left = await shinkan.standingSubscriptions();
  expect(left?.edges.map(({ node }) => node.id)).not.toContain(seriesId);

  const guest = createShinkanClient({ endpoint, apiKey: testStack().apiKey });
  expect(await guest.standingSubscriptions()).toBeNull();
});
