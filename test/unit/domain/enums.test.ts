import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { BOOK_STATUSES, isUpcoming } from '../../../domain/book/statuses.ts';
import { CONTRIBUTOR_ROLES, OWN_WORK_ROLES } from '../../../domain/people/contributorRoles.ts';
import { RELEASE_PRECISIONS } from '../../../domain/release/release.ts';
import { CATALOGUE_KINDS, REASON_KINDS } from '../../../domain/waiting/kinds.ts';
import { root } from '../../../tools/root.ts';

describe('the names in domain/', () => {
  const schema = buildSchema(
    ['aws', 'schema'].map((name) => readFileSync(join(root, `schema/${name}.graphql`))).join('\n'),
  );

  it.each([
    ['BookStatus', BOOK_STATUSES],
    ['ContributorRole', CONTRIBUTOR_ROLES],
    ['ReleasePrecision', RELEASE_PRECISIONS],
    ['CatalogueKind', CATALOGUE_KINDS],
    ['SubscriptionReasonKind', REASON_KINDS],
  ])('the names in domain/ are those of the enum %s in the schema', (name, values) => {
    const type = schema.getType(name);
    if (!isEnumType(type)) throw new Error(`The schema has no enum ${name}`);
    expect([...values].sort()).toEqual(
      type
        .getValues()
        .map((value) => value.name)
        .sort(),
    );
  });
});

describe('REASON_KINDS', () => {
  it('REASON_KINDS is in alphabetical order, by which readReasons sorts in the database', () => {
    expect([...REASON_KINDS]).toEqual([...REASON_KINDS].sort());
  });
});

describe('isUpcoming', () => {
  it('isUpcoming accepts announced and unconfirmed books, but not sold or cancelled ones', () => {
    expect(BOOK_STATUSES.filter(isUpcoming)).toEqual(['UPCOMING', 'UNCONFIRMED']);
  });
});

describe('OWN_WORK_ROLES', () => {
  it('OWN_WORK_ROLES excludes illustrators, editors and translators', () => {
    expect(OWN_WORK_ROLES).toEqual(['AUTHOR', 'ORIGINAL', 'ARTIST', 'UNSPECIFIED']);
  });
});
