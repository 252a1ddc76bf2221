import { type DocumentNode, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as ofClient from '../../client/src/generated/documents.ts';
import * as ofWeb from '../../web/src/generated/documents.ts';
import * as ofOperators from '../../web/src/generated/operatorDocuments.ts';

/** The web ACL in front of the API lets 8,192 bytes pass; a cursor, a search or an id needs some. */
const ROOM = 4_000;

describe('a question of ours', () => {
  const questions = [ofClient, ofWeb, ofOperators]
    .flatMap((documents) => Object.entries(documents))
    .filter(([name]) => name.endsWith('Document'))
    .map(([name, document]) => [name, textOf(document)] as const);

  it('is found', () => expect(questions.length).toBeGreaterThan(15));

  it('is far smaller than what the web ACL lets pass', () => {
    const large = questions.filter(([, text]) => Buffer.byteLength(text) > ROOM);
    expect(large.map(([name]) => name)).toEqual([]);
  });
});

function textOf(document: unknown): string {
  // Each generated file holds its documents in a form of its own.
  return typeof document === 'string' || document instanceof String
    ? String(document)
    : print(document as DocumentNode);
}
