import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { injectionCases } from '../../stack/resolvers/attacks/injectionCases.ts';
import { ownershipCases } from '../../stack/resolvers/attacks/ownershipCases.ts';
import { productSchema } from '../../support/schemaArguments.ts';

/**
 * The schema with an added argument on `Query.book`, one in an input and one below a type that
 * needs a way.
 */
const changed = productSchema(
  (text) =>
    `${text.replace('book(id: ID!): Book', 'book(id: ID!, shelf: String): Book')}
extend input MailSettingsInput { nickname: String }
extend type SeriesPlace { shops(city: ID!, most: Int!): [String!]! }`,
);

const ADDED = [
  ['Query.book.shelf', 'book(id: "none", shelf: $x) { id }'],
  [
    'Mutation.setMailSettings.input.nickname',
    'setMailSettings(input: { nickname: $x }) { language }',
  ],
  [
    'SeriesPlace.shops.city',
    'upcomingBooks { edges { node { seriesPlace { shops(city: $x, most: 1) } } } }',
  ],
] as const;

describe('an argument that is added to the schema', () => {
  it.each(ADDED)(
    'an added argument is attacked by hostile texts without being registered: %s',
    (name, field) => {
      expect(injectionCases(changed).find((attack) => attack.name === name)).toMatchObject({
        field,
      });
    },
  );

  it.each(ADDED)(
    'an added argument is attacked with every kind of thing of other members: %s',
    (name, field) => {
      const attack = ownershipCases(changed).find((each) => each.name === name);
      expect(attack?.document).toContain(field);
      expect(attack?.names).toEqual(expect.arrayContaining(['book', 'mail', 'session', 'file']));
    },
  );

  it('an added argument is not attacked with others’ things if it holds no text', () => {
    expect(ownershipCases(changed).map(({ name }) => name)).not.toContain('SeriesPlace.shops.most');
  });
});

describe('the attacks on the current schema', () => {
  const schema = productSchema();

  it('the attacks fit the schema with every text in its place', () => {
    const documents = [
      ...injectionCases(schema).map(({ type, declared, field }) => {
        const operation = type === 'Mutation' ? 'mutation' : 'query';
        return `${operation} ($x: ${declared}) { ${field} }`;
      }),
      ...ownershipCases(schema).map(({ document }) => document.replace('$x', '"x"')),
    ];
    expect(documents.length).toBeGreaterThan(100);
    for (const document of documents) {
      expect(validate(schema, parse(document)), document).toEqual([]);
    }
  });

  it('the attacks are signed where only signed requests are allowed', () => {
    const signed = injectionCases(schema).filter(({ isSigned }) => isSigned);
    expect(signed.map(({ name }) => name)).toEqual([
      'Mutation.publishBookEvent.seq',
      'Mutation.disconnectSession.id',
    ]);
  });

  it('the attacks list no argument that the schema lacks', () => {
    const without = productSchema((text) => text.replace('  text: String\n', '  words: String\n'));
    expect(() => injectionCases(without)).toThrow(
      'The schema has no argument Query.upcomingBooks.filter.text',
    );
  });
});
