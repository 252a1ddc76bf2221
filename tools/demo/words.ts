/** A person's name and its reading. */
export interface Name {
  written: string;
  reading: string;
}

const surnames: Name[] = [
  ['汐見', 'シオミ'],
  ['北原', 'キタハラ'],
  ['三田村', 'ミタムラ'],
  ['鳥飼', 'トリカイ'],
  ['久世', 'クゼ'],
  ['小野寺', 'オノデラ'],
  ['早瀬', 'ハヤセ'],
  ['綾部', 'アヤベ'],
  ['篠宮', 'シノミヤ'],
  ['真柴', 'マシバ'],
  ['髙見澤', 'タカミザワ'],
  ['有働', 'ウドウ'],
  ['瀬名', 'セナ'],
  ['五十嵐', 'イガラシ'],
  ['深町', 'フカマチ'],
  ['遠野', 'トオノ'],
  ['柚木', 'ユズキ'],
  ['岸本', 'キシモト'],
  ['安曇', 'アズミ'],
  ['百瀬', 'モモセ'],
].map(([written = '', reading = '']) => ({ written, reading }));

const givenNames: Name[] = [
  ['透子', 'トウコ'],
  ['新', 'アラタ'],
  ['遥', 'ハルカ'],
  ['直人', 'ナオト'],
  ['文乃', 'フミノ'],
  ['航平', 'コウヘイ'],
  ['千景', 'チカゲ'],
  ['礼', 'レイ'],
  ['佐和', 'サワ'],
  ['陸', 'リク'],
  ['環', 'タマキ'],
  ['一樹', 'カズキ'],
  ['ひより', 'ヒヨリ'],
  ['壮太', 'ソウタ'],
  ['律子', 'リツコ'],
  ['悠', 'ユウ'],
].map(([written = '', reading = '']) => ({ written, reading }));

/** The n-th invented person; the same number is always the same person. */
export function person(n: number): Name {
  const surname = surnames[n % surnames.length] ?? { written: '', reading: '' };
  const given = givenNames[(n * 7 + Math.floor(n / surnames.length)) % givenNames.length] ?? {
    written: '',
    reading: '',
  };
  return {
    written: `${surname.written}${given.written}`,
    reading: `${surname.reading}${given.reading}`,
  };
}

/** A kind of book: who publishes it, what it looks like and how its titles are made. */
export interface Genre {
  publishers: string[];
  label: string;
  form: string;
  prices: [number, number];
  pages: [number, number];
  /** `{a}` and `{b}` are replaced by words of the lists below. */
  titles: string[];
  a: string[];
  b: string[];
  series: string[];
  roles: string[];
  /** `{a}` and `{b}` as in the title. */
  blurb: string;
}

export const genres: Genre[] = [
  {
    publishers: ['架空書房', '灯台社', '北窓文芸社'],
    label: '',
    form: '四六判',
    prices: [1600, 2400],
    pages: [224, 416],
    titles: ['{a}の{b}', '{b}、あるいは{a}', '{a}に眠る', '{a}まで歩く', '{a}のあとで'],
    a: [
      '灯台守',
      '冬の果樹園',
      '遠い港',
      '硝子の駅',
      '海霧',
      '七月の図書館',
      '渡り鳥',
      '夜の植物園',
      '坂の町',
      '雨の測候所',
    ],
    b: ['算術', '手紙', '子午線', '約束', '覚え書き', '余白', '来客', '地図'],
    series: [],
    roles: ['著'],
    blurb:
      '{a}をめぐる静かな長編。誰にも言えなかった一日のことを、語り手は{b}のように記しはじめる。',
  },
  {
    publishers: ['銀燭館', '架空書房'],
    label: '銀燭ミステリ文庫',
    form: '文庫判',
    prices: [720, 980],
    pages: [288, 480],
    titles: [
      '{a}殺人事件',
      '{b}は二度消える',
      '{a}の密室',
      '探偵は{b}を疑わない',
      '{a}、最後の証言',
    ],
    a: ['霧ヶ浦', '時計塔', '逆さ橋', '月見荘', '十三番踏切', '仮面舞踏会', '古書店', '観覧車'],
    b: ['執事', '鍵', '目撃者', '足跡', '双子', '依頼人', '黒猫'],
    series: ['古書店主・久世の事件帖', '霧ヶ浦署捜査日誌'],
    roles: ['著'],
    blurb: '閉ざされた{a}で起きた不可解な事件。残された{b}だけが真相を知っている。文庫書き下ろし。',
  },
  {
    publishers: ['青嵐社', 'まほろば出版'],
    label: '青嵐コミックス',
    form: 'B6判',
    prices: [560, 760],
    pages: [176, 208],
    titles: ['{a}と{b}', '{b}くんは{a}がわからない', '放課後{a}倶楽部', '{a}日和'],
    a: ['竜の娘', 'となりの剣士', '天気予報', '百鬼', '図書委員', '星屑', '猫又', '魔女見習い'],
    b: ['黒騎士', '古道具屋', '郵便屋', '転校生', 'パン職人', '留守番'],
    series: ['*'],
    roles: ['漫画', '原作'],
    blurb: '{a}と{b}が織りなす、笑いとすこしの涙の物語。描き下ろし番外編つき。',
  },
  {
    publishers: ['知新社', '東雲出版'],
    label: '知新新書',
    form: '新書判',
    prices: [900, 1180],
    pages: [208, 288],
    titles: ['{a}の日本史', 'なぜ{a}は{b}を変えたのか', '{a}入門', '{b}から考える{a}'],
    a: ['地図', '発酵', '睡眠', '鉄道', '方言', '暦', '行列', '気象', '貨幣'],
    b: ['都市', '暮らし', '国家', '言葉', '経済', '身体'],
    series: [],
    roles: ['著'],
    blurb: '身近な{a}を手がかりに、私たちの{b}の来し方と行く末を問い直す一冊。図版多数。',
  },
  {
    publishers: ['こぐま舎', 'わたげ書店'],
    label: '',
    form: 'B5判',
    prices: [1300, 1700],
    pages: [32, 40],
    titles: ['{a}の{b}', 'おやすみ、{a}', '{a}はどこへいく', 'ぼくと{a}の{b}'],
    a: ['くまさん', 'ちいさなきかんしゃ', 'おつきさま', 'かたつむり', 'ゆきだるま', 'はりねずみ'],
    b: ['おくりもの', 'かくれんぼ', 'パンケーキ', 'ながいいちにち', 'たからばこ'],
    series: [],
    roles: ['作', '絵'],
    blurb: '{a}がみつけたのは、とびきりの{b}。読み聞かせにぴったりの、あたたかな絵本です。',
  },
  {
    publishers: ['台所出版', 'まほろば出版'],
    label: '',
    form: 'A5判',
    prices: [1400, 1900],
    pages: [96, 144],
    titles: ['{a}の{b}帖', 'はじめての{a}', '一年中おいしい{a}', '{a}で整う{b}'],
    a: ['出汁', '味噌', '豆料理', '蒸籠', '常備菜', '小麦粉', '野草', '土鍋'],
    b: ['おかず', '暮らし', '朝ごはん', 'おやつ', '保存食'],
    series: [],
    roles: ['著', '撮影'],
    blurb: '基本の{a}から季節の{b}まで、写真でわかる八十品。道具の選び方と手入れも紹介。',
  },
  {
    publishers: ['理工学社', '東雲出版'],
    label: '',
    form: 'A5判',
    prices: [2800, 12000],
    pages: [240, 640],
    titles: ['{a}の基礎と{b}', '図解 {a}', '{b}のための{a}', '{a}ハンドブック 第2版'],
    a: [
      '統計モデリング',
      '分散システム',
      '有機合成',
      '構造力学',
      '画像診断',
      '待ち行列理論',
      '形式手法',
    ],
    b: ['応用', '技術者', '実務', '研究', '臨床'],
    series: ['現場で使う理工学'],
    roles: ['編著', '監修'],
    blurb: '{a}の要点を体系的に解説し、{b}の場面で迷わないための例題と解答を収める。',
  },
  {
    publishers: ['光画社'],
    label: '',
    form: 'A4変型判',
    prices: [3200, 5800],
    pages: [96, 176],
    titles: ['{a} {b}写真集', '{a}を撮る', '{b}の{a}'],
    a: ['流氷', '廃線', '里山', '灯り', '路地', '銭湯'],
    b: ['四季', '昭和', '水辺', '夜明け'],
    series: [],
    roles: ['写真', '文'],
    blurb: '十年をかけて撮り続けた{a}の記録。{b}の光がうつす、二度とない風景。',
  },
];
