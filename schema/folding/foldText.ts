import { EDGE } from './folding.ts';

const KATAKANA =
  'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶぁぃぅぇぉっゃゅょゎゕゖ';
const HIRAGANA =
  'ああいいううええおおかがきぎくぐけげこごさざしじすずせぜそぞただちぢつつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもややゆゆよよらりるれろわわいえをんぶかけあいうえおつやゆよわかけ';
const DROPPED =
  ' \t\n\r　!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~、。・「」『』【】〈〉《》〔〕“”‘’…‥〜―‐−–—×☆★♪◆○●';

/**
 * Text as it is compared, never shown. It takes text in NFKC, and is written in what APPSYNC_JS has
 * of JavaScript, so that a query is folded as the books were.
 */
export function foldText(nfkc: string): string {
  let folded = '';
  let inNumber = false;
  for (const sign of nfkc.toLowerCase().split('')) {
    const isDigit = '0123456789'.indexOf(sign) >= 0;
    if (isDigit !== inNumber) folded += EDGE;
    inNumber = isDigit;
    const kana = KATAKANA.indexOf(sign);
    if (kana >= 0) folded += HIRAGANA.slice(kana, kana + 1);
    else if (DROPPED.indexOf(sign) < 0) folded += sign;
  }
  return inNumber ? `${folded}${EDGE}` : folded;
}
