/**
 * A text can be asked for in more than one way, so a book is kept in several forms; a query has one.
 *
 * - `asked`: as queries are written.
 * - `literal`: volumes and numerals as they stand in the text, dashes parting words, `iPhone` in two parts.
 * - `joined`: Latin words without the spaces between them, and none of them read as a numeral.
 * - `parted`: dashes parting words also behind kana. It may have other long marks than the text:
 *   コンピュータ for コンピューター.
 */
export type Form = 'asked' | 'literal' | 'joined' | 'parted';
