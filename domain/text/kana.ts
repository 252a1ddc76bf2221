/** Katakana and small kana, and below each the hiragana to which it is folded. */
export const KANA =
  'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヷヸヹヺぁぃぅぇぉっゃゅょゎゕゖゐゑゔ';
export const HIRAGANA =
  'ああいいううええおおかがきぎくぐけげこごさざしじすずせぜそぞただちぢつつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもややゆゆよよらりるれろわわいえをんぶかけばびべぼあいうえおつやゆよわかけいえぶ';

/** Kana that can be voiced, and their voiced forms. */
export const UNVOICED = 'かきくけこさしすせそたちつてとはひふへほ';
export const VOICED = 'がぎぐげござじずぜぞだぢづでどばびぶべぼ';
export const HALF_VOICED = 'ぱぴぷぺぽ';

/** Hiragana by the vowel that a long mark after them prolongs; ん and っ have none. */
export const BY_VOWEL: { [vowel: string]: string } = {
  あ: 'あかがさざただなはばぱまやらわ',
  い: 'いきぎしじちぢにひびぴみり',
  う: 'うくぐすずつづぬふぶぷむゆる',
  え: 'えけげせぜてでねへべぺめれ',
  お: 'おこごそぞとどのほぼぽもよろを',
};
