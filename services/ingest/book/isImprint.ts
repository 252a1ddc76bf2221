/** Words in the name of a line of independent books. */
const LINES =
  /文庫|新書|選書|叢書|双書|全書|携書|ブックレット|リブレット|ライブラリ|ブックス|ぶっくす|books?\b|mook|ムック|コミック|comic|ノベル|novel|library|文芸|学術|マガジン|magazine|別冊|臨時増刊|selection|セレクション|コレクション|ストーリーズ|おはなし|どうわ|童話|の絵本|ドリル|ワーク|ピース|brochure|bunko|新潮|special|フロンティア|ルネサンス|クラシックス|パレット|スマート|one point|review/iu;
/** Exam papers and exam preparation, one per school, subject and year. */
const EXAMINATIONS =
  /入試|入学試験|試験|過去問|問題|受験|採用|検定|資格|必携|突破|合格|参考書|専門教養|完成シリーズ/u;
/** Guides are numbered by place: まっぷる puts `東海 08` after its own name. */
const PLACES =
  /^(?:北海道|東北|関東|首都圏|甲信越|北陸|東海|中部|関西|近畿|京阪神|中国|四国|中国四国|九州|沖縄|国内|海外|アジア|ヨーロッパ|欧州|アメリカ|北米|南米|太平洋|オセアニア|アフリカ|鉄道|社会|人文|科学|歴史|文学|美術|音楽)$/u;

/** Whether a name is a publisher's line of books, exam papers or guides, and not a series. */
export function isImprint(name: string): boolean {
  const plain = name.normalize('NFKC').trim();
  return LINES.test(plain) || EXAMINATIONS.test(plain) || PLACES.test(plain);
}

/** Whether a name is a label under which novels and stories appear. */
export function isStoryLabel(name: string): boolean {
  return /文庫|ノベル|novel|ハーレクイン|ブックス|ホワイトハート|おはなし|どうわ|童話/iu.test(
    name.normalize('NFKC'),
  );
}

/** Whether a title is one of the annual exam papers: one per school or subject. */
export function isExaminationPaper(title: string): boolean {
  return /入試|受験用/u.test(title);
}
