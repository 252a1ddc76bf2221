/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A book's status. */
export type BookStatus =
  /** The publisher has cancelled it. */
  | 'CANCELLED'
  /** The shop sells it. */
  | 'ON_SALE'
  /** It has disappeared from the feed without being cancelled. */
  | 'UNCONFIRMED'
  /**
   * Announced. The shop does not sell it yet, whatever its date says. A book that the shop withdraws
   * within 30 days of its `ON_SALE` event becomes upcoming again, without an event.
   */
  | 'UPCOMING';

/**
 * How exactly a release date is known. A name ending in `_AROUND` means that the source called the
 * date approximate (頃).
 */
export type ReleasePrecision =
  | 'DAY'
  | 'DAY_AROUND'
  /** A day or later; `latest` is null. */
  | 'FROM'
  | 'HALF_MONTH'
  | 'HALF_YEAR'
  | 'MONTH'
  | 'MONTH_AROUND'
  | 'QUARTER'
  | 'RANGE'
  | 'SEASON'
  | 'SEASON_AROUND'
  /** A third of a month: 上旬, 中旬, 下旬. */
  | 'THIRD'
  | 'THIRD_AROUND'
  /** Not announced; both ends are null. */
  | 'UNKNOWN'
  /** A day or earlier; `earliest` is null. */
  | 'UNTIL'
  | 'WEEK'
  | 'YEAR'
  | 'YEAR_AROUND';

export type EmbeddedBookFragment = { id: string, isbn: string | null, status: BookStatus, title: string, volume: string | null, productUrl: string | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EmbeddedBookFragmentDoc = new TypedDocumentString(`
    fragment EmbeddedBook on Book {
  id
  isbn
  status
  title
  volume
  productUrl
  release {
    earliest
    latest
    precision
    text
  }
}
    `, {"fragmentName":"EmbeddedBook"}) as unknown as TypedDocumentString<EmbeddedBookFragment, unknown>;