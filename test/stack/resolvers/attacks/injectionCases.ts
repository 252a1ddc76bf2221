import { type GraphQLSchema, isObjectType } from 'graphql';
import { attackField, type Literals } from '../../../support/attackField.ts';
import {
  refuseUnknown,
  type SchemaArgument,
  schemaArguments,
} from '../../../support/schemaArguments.ts';

/** One value chosen by a caller, and the field that takes hostile texts in its place as `$x`. */
export interface InjectionCase extends Omit<SchemaArgument, 'field'> {
  field: string;
  /** Whether only signed requests may use the field. */
  isSigned: boolean;
}

/** Values that must exist for the attacked argument to be read at all, or must not be found. */
const LITERALS: Literals = {
  'Query.contributor.id': '"c-bar11"',
  'Query.series.id': '"s-bar11"',
  'Query.ingestRun.id': '"bar11"',
  'Query.booksByRelease.earliest': '"2099-12-01"',
  'Query.catalogueJoins.kind': 'SERIES',
  'Mutation.startIngestRun.input.profile': '"bar11"',
  'Mutation.startIngestRun.input.key': '"bar11.csv"',
};

/**
 * Fields that would rightly find something for some text, narrowed down until they find nothing.
 */
const FIELDS: { [argument: string]: string } = {
  'Query.upcomingBooks.filter.text':
    'upcomingBooks(filter: { text: $x, publisher: "nobody" }) { edges { cursor } }',
  // Books are found by any of a title's words.
  'Query.suggest.text': 'suggest(text: $x) { series { upcomingCount } }',
  'Query.booksByRelease.latest':
    'booksByRelease(precision: UNTIL, latest: $x) { edges { cursor } }',
  'Query.bookEvents.after': 'bookEvents(after: $x, kinds: []) { events { seq } }',
  'Query.outgoingMails.after': 'outgoingMails(state: FAILED, after: $x) { mails { id } }',
};

/** A case for every argument of the schema except those of live notices, which `injectionLive.test.ts` attacks. */
export function injectionCases(schema: GraphQLSchema): InjectionCase[] {
  const found = schemaArguments(schema);
  refuseUnknown(found, [...Object.keys(LITERALS), ...Object.keys(FIELDS)]);
  return found
    .filter(({ type }) => type !== 'Subscription')
    .map((argument) => ({
      ...argument,
      isSigned: isSigned(schema, argument),
      field: FIELDS[argument.name] ?? attackField(schema, argument, LITERALS),
    }));
}

function isSigned(schema: GraphQLSchema, { type, field }: SchemaArgument): boolean {
  const owner = schema.getType(type);
  const directives = isObjectType(owner)
    ? owner.getFields()[field]?.astNode?.directives
    : undefined;
  const modes = directives?.map(({ name }) => name.value).filter((name) => name.startsWith('aws_'));
  return modes?.length === 1 && modes[0] === 'aws_iam';
}
