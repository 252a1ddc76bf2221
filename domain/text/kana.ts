/** Katakana and small kana, and below each the hiragana that it is compared as. */
export const KANA =
  'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヷヸヹヺぁぃぅぇぉっゃゅょゎゕゖゐゑゔ';
export const HIRAGANA =
  'ああいいううええおおかがきぎくぐけげこごさざしじすずせぜそぞただちぢつつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもややゆゆよよらりるれろわわいえをんぶかけばびべぼあいうえおつやゆよわかけいえぶ';

/** Kana that can be voiced, and voiced. */
export const UNVOICED = 'かきくけこさしすせそたちつてとはひふへほ';
export const VOICED = 'がぎぐげござじずぜぞだぢづでどばびぶべぼ';
export const HALF_VOICED = 'ぱぴぷぺぽ';

/** Hiragana by the vowel that a long mark behind them prolongs; ん and っ have none. */
export const BY_VOWEL: { [vowel: string]: string } = {
  あ: 'あかがさざただなはばぱまやらわ',
  い: 'いきぎしじちぢにひびぴみり',
  う: 'うくぐすずつづぬふぶぷむゆる',
  え: 'えけげせぜてでねへべぺめれ',
  お: 'おこごそぞとどのほぼぽもよろを',
};
