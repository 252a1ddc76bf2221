import { describe, expect, test } from 'vitest';
import { replaceAsJava } from '../../services/appsync/code/replaceAsJava.ts';
import { toRegExp } from '../../services/appsync/utils/javaRegex.ts';

const matches = (pattern: string, text: string) => toRegExp(pattern).test(text);

describe('Java regular expressions', () => {
  test.each<[pattern: string, yes: string[], no: string[]]>([
    ['a*b', ['aaaaab', 'xb'], ['aaa']],
    ['^[0-9]{13}$', ['9784101010014', '9784101010014\n'], ['97841010100145', '9784101010014\n\n']],
    ['^[0-9]{13}\\z', ['9784101010014'], ['9784101010014\n']],
    ['\\A[0-9]\\Z', ['1', '1\n'], ['x1']],
    ['^\\p{Upper}\\p{IsHiragana}$', ['Aあ'], ['aあ', 'Aア']],
    ['^\\p{L}\\pL\\P{Alpha}$', ['雪国1', '雪国é'], ['雪国a']],
    ['^\\p{IsAlphabetic}\\p{script=Han}$', ['a雪'], ['1雪']],
    ['^\\w+\\-\\d$', ['ab-1'], ['雪-1']],
    ['^\\s$', [' ', '\t'], ['\u3000']],
    ['^\\S$', ['\u3000'], [' ']],
    ['^\\h$', [' ', '\u3000'], ['\n']],
    ['^[\\s,]$', [',', '\n'], ['\u3000']],
    ['^a\\Rb$', ['a\r\nb', 'a\nb'], ['a b']],
    ['^\\x{96EA}\\0101\\e$', ['雪A\x1b'], ['雪B\x1b']],
    ['^\\Qa.b$-\\E+$', ['a.b$-', 'a.b$--'], ['axb$-']],
    ['^\\++$', ['++'], ['a']],
    ['^[+*]+$', ['+*'], ['a']],
    ['(?i)^isbn$', ['ISBN', 'isbn'], ['issn']],
    ['(?s)^a.b$', ['a\nb'], ['ab']],
    ['(?m)^b$', ['a\nb\nc'], ['abc']],
    ['^(?<n>a)\\k<n>$', ['aa'], ['ab']],
    ['^a]$', ['a]'], ['a']],
    ['^\\"\\@$', ['"@'], ['"']],
  ])('%s', (pattern, yes, no) => {
    expect(yes.filter((text) => !matches(pattern, text))).toEqual([]);
    expect(no.filter((text) => matches(pattern, text))).toEqual([]);
  });

  test.each([
    ['a++', 'possessive quantifier'],
    ['[ab]*+', 'possessive quantifier'],
    ['\\d{2,}+', 'possessive quantifier'],
    ['(?>a)', 'atomic group'],
    ['(?x)a', 'inline flag x'],
    ['(?i)雪', 'inline flag i without u'],
    ['a(?i)b', 'inline flag within an expression'],
    ['[a-z&&[^b]]', 'class intersection'],
    ['[a[b]]', 'union of classes'],
    ['[\\S]', 'a negated set within a class'],
    ['\\Ga', '\\G'],
    ['\\X', '\\X'],
    ['\\p{InHiragana}', '\\p{InHiragana}'],
    ['\\p{javaLowerCase}', '\\p{javaLowerCase}'],
  ])('%s has no equivalent and is rejected by name', (pattern, name) => {
    expect(() => toRegExp(pattern)).toThrow(
      `Java regex ${name}${name.startsWith('inline flag i w') ? ' beside letters outside of ASCII' : ''} is not supported`,
    );
  });
});

describe('replacements', () => {
  test.each([
    ['a1b22', '[0-9]+', '<$0>', true, 'a<1>b<22>'],
    ['a1b22', '\\d', '-', false, 'a-b22'],
    ['2026-11', '(\\d+)-(\\d+)', '$2/$1', false, '11/2026'],
    ['2026-11', '(?<year>\\d+)-', `\${year}年`, false, '2026年11'],
    ['a.b', '.', '\\$', true, '$$$'],
    ['雪国 の\u3000灯', '\\s', '', true, '雪国の\u3000灯'],
    ['ab', '(x)?b', '[$1]', false, 'a[]'],
  ])('%s by %s and %s', (text, pattern, by, all, expected) => {
    expect(replaceAsJava(text, pattern, by, all)).toBe(expected);
  });

  test('a reference to a missing group is a fault', () => {
    expect(() => replaceAsJava('a', 'a', '$1', false)).toThrow('has no group 1');
    expect(() => replaceAsJava('a', 'a', `\${n}`, false)).toThrow('has no group n');
  });
});
