/**
 * A text can be searched in more than one way, so a book is stored in several forms; a query has
 * one.
 *
 * - `asked`: as queries are written.
 * - `literal`: volumes and numerals as in the text, dashes separating words, `iPhone` in two parts.
 * - `joined`: Latin words without the spaces between them, and none of them read as a numeral.
 * - `parted`: dashes separate words even after kana. It may have other long marks than the text:
 * コンピュータ for コンピューター.
 */
export type Form = 'asked' | 'literal' | 'joined' | 'parted';
