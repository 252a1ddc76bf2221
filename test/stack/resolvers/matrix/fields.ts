import { readFileSync } from 'node:fs';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { root } from '../../../../tools/root.ts';
import { writeArguments } from '../../../support/attackField.ts';
import { productSchema } from '../../../support/schemaArguments.ts';

/** The schema as deployed. */
export const SDL = readFileSync(`${root}/schema/schema.graphql`, 'utf8');

const schema = productSchema();

/** Every field of every type, as `Type.field`, in the order of the schema. */
export const FIELDS: string[] = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith('__')
    ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
    : [],
);

export function split(name: string): [type: string, field: string] {
  const [type = '', field = ''] = name.split('.');
  return [type, field];
}

/** The selection of a field: `title`, `book(id: "$id") { __typename }`. */
export function select(name: string): string {
  const [typeName, fieldName] = split(name);
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (field === undefined) throw new Error(`the schema has no ${name}`);
  const args = ARGUMENTS[name] ?? writeArguments(typeName, field);
  return `${fieldName}${args}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
}

/** Arguments for which the default values would not do. */
const ARGUMENTS: { [field: string]: string } = {
  'Query.book': '(id: "$id")',
  'Query.releaseCalendar': '(from: "2026-12-01", to: "2026-12-31")',
  'Query.booksByRelease': '(earliest: "2026-12-01")',
  'Query.suggest': '(text: "山田")',
  'Query.contributor': '(id: "$contributor")',
  'Query.series': '(id: "$series")',
  'Query.booksByIsbn': '(isbn: "9784999990009")',
  'Mutation.subscribeToBook': '(bookId: "$id")',
  'Mutation.subscribeToContributor': '(contributorId: "$contributor")',
  'Mutation.subscribeToSeries': '(seriesId: "$series")',
  'Mutation.setMailSettings': '(input: { language: JA })',
  'Mutation.publishBookEvent': '(seq: "$seq")',
  'Mutation.disconnectSession': '(id: "bar07")',
  'Query.ingestRun': '(id: "bar07")',
  'Query.outgoingMail': '(id: "bar07-mail")',
  'Mutation.retryOutgoingMail': '(id: "bar07-failed")',
  'Mutation.joinInCatalogue': '(kind: CONTRIBUTOR, from: "c-bar07-1", into: "c-bar07-2")',
  'Mutation.separateInCatalogue': '(id: "j-bar07")',
  'Mutation.createIngestUpload': '(fileName: "bar07.csv")',
  'Mutation.startIngestRun': '(input: { profile: "shinkan", key: "bar07.csv" })',
  'Mutation.approveIngestRun': '(id: "bar07-right")',
  'Mutation.discardIngestRun': '(id: "bar07-wrong")',
};
