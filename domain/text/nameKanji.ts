/**
 * Variant kanji that are still used in names, and the usual form of each: variants in Unicode's
 * Unihan database (kSemanticVariant, kJinmeiyoKanji) that the table of old forms lacks.
 */
export const OLD_NAME_KANJI = '髙﨑濵邉栁冨嶋薗桒埜凉舘';
export const NEW_NAME_KANJI = '高崎浜辺柳富島園桑野涼館';
/** Likewise, beyond the first 65,536 characters. */
export const PAIRED_KANJI: { [pair: string]: string } = { 𠮷: '吉', 𠮟: '叱', 𣘺: '橋', 𣏌: '杞' };
