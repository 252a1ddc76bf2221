import { type DocumentNode, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as ofClient from '../../client/src/generated/documents.ts';
import * as ofWeb from '../../web/src/generated/documents.ts';
import * as ofOperators from '../../web/src/generated/operatorDocuments.ts';

/** The API's web ACL allows 8,192 bytes; a cursor, a search text or an id needs some of them. */
const ROOM = 4_000;

describe('generated documents', () => {
  const questions = [ofClient, ofWeb, ofOperators]
    .flatMap((documents) => Object.entries(documents))
    .filter(([name]) => name.endsWith('Document'))
    .map(([name, document]) => [name, textOf(document)] as const);

  it('the generated documents are found', () => expect(questions.length).toBeGreaterThan(15));

  it('each generated document is far smaller than the web ACL allows', () => {
    const large = questions.filter(([, text]) => Buffer.byteLength(text) > ROOM);
    expect(large.map(([name]) => name)).toEqual([]);
  });
});

function textOf(document: unknown): string {
  // Each generated file stores its documents in its own form.
  return typeof document === 'string' || document instanceof String
    ? String(document)
    : print(document as DocumentNode);
}
