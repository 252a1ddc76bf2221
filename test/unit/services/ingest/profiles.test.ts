import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkProfile, ProfileFaulty } from '../../../../services/ingest/profile/checkProfile.ts';
import { readProfiles } from '../../../../services/ingest/readProfiles.ts';
import { root } from '../../../../tools/root.ts';

const documented = () => {
  const page = readFileSync(join(root, 'docs/feed-profiles.md'), 'utf8');
  return JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? 'null');
};

describe('a feed profile', () => {
  it('a feed profile is a JSON file named after it', () => {
    expect(readProfiles().map(({ name }) => name)).toEqual(['shinkan', 'trc']);
  });

  it('checkProfile accepts the profile in the documentation', () => {
    expect(checkProfile('minimal.json', documented())).toMatchObject({ name: 'minimal' });
  });

  it.each<[string, (profile: ReturnType<typeof documented>) => void, RegExp]>([
    [
      'another name',
      (p) => {
        p.name = 'other';
      },
      /name is other/,
    ],
    [
      'a word that is none of ours',
      (p) => {
        p.colour = 'red';
      },
      /colour/,
    ],
    [
      'an encoding that is not read',
      (p) => {
        p.encoding = 'latin1';
      },
      /encoding/,
    ],
    [
      'one name for two columns',
      (p) => {
        p.columns[1].aliases = ['書名'];
      },
      /two columns are named 書名/,
    ],
    [
      'a kind that cannot fill the field',
      (p) => {
        p.columns[1].kind = 'text';
      },
      /column 発売日: field release is of kind text; expected release/,
    ],
    [
      'more characters than are kept',
      (p) => {
        p.columns[0].maxLength = 501;
      },
      /maxLength is 501; title stores at most 500/,
    ],
    [
      'choices without the kind',
      (p) => {
        p.columns[0].choices = { a: 'b' };
      },
      /choices belong to kind choice/,
    ],
    [
      'an action that is none',
      (p) => {
        p.columns.push({
          name: '区分',
          field: 'action',
          kind: 'choice',
          choices: { 消: 'DELETE' },
        });
      },
      /stands for DELETE; expected UPSERT, CANCEL, PRICE/,
    ],
    [
      'a key that no column has',
      (p) => {
        p.key = 'record-id';
      },
      /key record-id needs a column/,
    ],
    [
      'a need that no column has',
      (p) => {
        p.needs.UPSERT.push('isbn');
      },
      /UPSERT needs isbn, which no column has/,
    ],
    [
      'a key that a row may lack',
      (p) => {
        p.needs.UPSERT = [];
      },
      /UPSERT must need title/,
    ],
    [
      'no word on what a row asks for',
      (p) => {
        delete p.defaultAction;
      },
      /needs a defaultAction/,
    ],
    [
      'a pattern that is none',
      (p) => {
        p.baseDate = '(?<date>';
      },
      /baseDate must be a regular expression/,
    ],
    [
      'times that no column has',
      (p) => {
        p.updatedAt = 'column';
      },
      /updatedAt column needs/,
    ],
  ])('checkProfile refuses a profile with %s, and says so', (_name, change, words) => {
    const profile = documented();
    change(profile);
    expect(() => checkProfile('minimal.json', profile)).toThrow(ProfileFaulty);
    expect(() => checkProfile('minimal.json', profile)).toThrow(words);
  });

  it('readProfiles names a file that is not JSON', () => {
    const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
    writeFileSync(join(folder, 'broken.json'), '{');
    expect(() => readProfiles(folder)).toThrow(/broken\.json is not JSON/);
    rmSync(folder, { recursive: true });
  });
});
