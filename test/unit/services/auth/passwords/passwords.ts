const kana = (count: number) => 'あ'.repeat(count);
const bytes = (count: number) => 'x'.repeat(count);

/** Difficult passwords, each with one that is nearly the same. */
export const passwords: { name: string; right: string; wrong: string }[] = [
  { name: 'no character', right: '', wrong: ' ' },
  { name: 'a plain word', right: 'password', wrong: 'Password' },
  { name: 'a space behind', right: 'yukiguni ', wrong: 'yukiguni' },
  { name: 'a space before', right: ' yukiguni', wrong: 'yukiguni' },
  { name: '71 bytes', right: bytes(71), wrong: bytes(72) },
  { name: '72 bytes', right: bytes(72), wrong: bytes(71) },
  { name: '73 bytes', right: `${bytes(72)}y`, wrong: `${bytes(71)}yy` },
  { name: '24 kana', right: kana(24), wrong: kana(23) },
  { name: '25 kana', right: `${kana(24)}い`, wrong: `${kana(23)}いい` },
  { name: 'composed characters (NFC)', right: '\u304c\u304e', wrong: '\u304b\u3099\u304d\u3099' },
  { name: 'decomposed characters (NFD)', right: '\u304b\u3099', wrong: '\u304c' },
  { name: 'emoji', right: '📚🔔', wrong: '📚🔕' },
  { name: 'a NUL', right: 'yuki\0guni', wrong: 'yuki' },
  { name: 'what forms are made of', right: '{noop}$2a$10$\'"--', wrong: '$2a$10$\'"--' },
  { name: 'full width', right: 'ｙｕｋｉ', wrong: 'yuki' },
  { name: '1,024 bytes', right: 'é'.repeat(512), wrong: 'è'.repeat(512) },
];

/** Equal in their first 72 bytes, and different after them. */
export const beyond72Bytes = { right: `${kana(24)}い`, alike: [`${kana(24)}う`, kana(24)] };
