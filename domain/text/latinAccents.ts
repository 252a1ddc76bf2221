/**
 * Small Latin and Greek letters with marks, and each without: the canonical decompositions of Unicode,
 * as this version of Node has them. Written by tools/build/foldingTables.ts.
 */
export const ACCENTED =
  'àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏő' +
  'ŕŗřśŝşšţťũūŭůűųŵŷźżžơưǎǐǒǔǖǘǚǜǟǡǧǩǫǭǰǵǹǻȁȃȅȇȉȋȍȏȑȓȕȗșțȟȧȩȫȭȯ' +
  'ȱȳΐάέήίΰϊϋόύώḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝ' +
  'ṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẗẘẙạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗ' +
  'ộớờởỡợụủứừửữựỳỵỷỹ';

export const PLAIN =
  'aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooo' +
  'rrrssssttuuuuuuwyzzzouaiouuuuuaagkoojgnaaaeeiioorruusthaeooo' +
  'oyιαεηιυιυουωabbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrr' +
  'rsssssttttuuuuuvvwwwwwxxyzzzhtwyaaaaaaaaaaaaeeeeeeeeiioooooo' +
  'oooooouuuuuuuyyyy';
