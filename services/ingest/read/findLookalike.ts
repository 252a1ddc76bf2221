import { cutText } from '../../lib/cutText.ts';
import type { Profile } from '../profile/profile.ts';
import { RefusedFile } from '../refusedFile.ts';

/** Returns the refusal of a file that does not fit its profile; names the profile that it fits. */
export function findLookalike(
  firstLine: string,
  expected: Profile,
  profiles: readonly Profile[],
): RefusedFile {
  const other = profiles.find((profile) => profile !== expected && looksLike(firstLine, profile));
  const garbled = other === undefined ? garbledEncoding(firstLine, expected) : null;
  if (garbled) return garbled;
  const cells = firstLine.split(expected.delimiter).length;
  const delimiter = expected.delimiter === '\t' ? ['タブ', 'tab'] : ['カンマ', 'comma'];
  const seen = cutText(firstLine, 60);
  return new RefusedFile(
    'wrong-profile',
    `ファイルはプロファイル「${expected.name}」の形ではありません(${delimiter[0]}区切りで${cells}列)。${
      other ? `「${other.name}」のファイルのようです。` : ''
    }先頭: ${seen}`,
    `The file is not of profile ${expected.name} (${cells} cells by ${delimiter[1]}; expected ${describe(
      expected,
    )})${other ? `; it looks like ${other.name}` : ''}. It begins: ${seen}`,
  );
}

function looksLike(firstLine: string, profile: Profile): boolean {
  const cells = firstLine.split(profile.delimiter).map((cell) => cell.replace(/^"|"$/g, ''));
  if (profile.header === 'optional') return cells.length === profile.columns.length;
  return profile.columns.filter(({ name }) => cells.includes(name)).length >= 3;
}

/** A header with the right names in the wrong encoding decodes to other characters. */
function garbledEncoding(firstLine: string, profile: Profile): RefusedFile | null {
  if (profile.header !== 'named') return null;
  const garbled = profile.columns.filter(({ name }) => firstLine.includes(misread(name)));
  if (garbled.length < 3) return null;
  return new RefusedFile(
    'wrong-encoding',
    '見出し行が文字化けしています。ファイルはUTF-8のようですが、windows-31jと指定されています。',
    'The header is garbled: the file looks like utf-8 and was read as windows-31j.',
  );
}

/**
 * Returns a UTF-8 name as misread in windows-31j, without a last byte that may join the next
 * character.
 */
function misread(name: string): string {
  return new TextDecoder('shift_jis').decode(new TextEncoder().encode(name)).slice(0, -1);
}

function describe(profile: Profile): string {
  return profile.header === 'named'
    ? `a header with ${profile.columns
        .filter(({ required }) => required)
        .map(({ name }) => name)
        .join(', ')}`
    : `${profile.columns.length} cells`;
}
