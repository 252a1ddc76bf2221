import { describe, expect, it } from 'vitest';
import { parsePeople, parseStatement } from '../../../../services/ingest/book/contributors.ts';
import { splitSeries } from '../../../../services/ingest/book/series.ts';

const separators = { person: ';', part: '|' };

describe('parseStatement', () => {
  it('parseStatement reads the last word as a role only if it is one', () => {
    expect(parseStatement('汐見透子 著')).toMatchObject({
      name: '汐見透子',
      role: 'AUTHOR',
      roleText: '著',
    });
    expect(parseStatement('ビジェイ ナーラーヤナ グル スワミ 著').name).toBe(
      'ビジェイ ナーラーヤナ グル スワミ',
    );
    expect(parseStatement('Autodesk,Inc. 著').name).toBe('Autodesk,Inc.');
    expect(parseStatement('naked ape')).toEqual({
      name: 'naked ape',
      reading: null,
      role: 'UNSPECIFIED',
      roleText: null,
    });
    expect(parseStatement('著').role).toBe('UNSPECIFIED');
  });

  it('parseStatement reads several roles', () => {
    expect(parseStatement('北原新 作・絵')).toMatchObject({
      role: 'AUTHOR',
      otherRoles: ['ILLUSTRATOR'],
    });
    expect(parseStatement('北原新 絵と文')).toMatchObject({
      role: 'ILLUSTRATOR',
      otherRoles: ['AUTHOR'],
    });
    expect(parseStatement('北原新 編著')).toMatchObject({ role: 'AUTHOR', otherRoles: ['EDITOR'] });
  });

  it('parseStatement reads ほか as further people, and keeps the word', () => {
    expect(parseStatement('北原新 ほか著')).toMatchObject({
      name: '北原新',
      role: 'AUTHOR',
      roleText: 'ほか著',
      hasOthers: true,
    });
  });
});

describe('parsePeople', () => {
  it('parsePeople returns a role and a reading for each person', () => {
    expect(parsePeople('汐見透子|著|シオミトウコ;北原新|絵|', separators)).toEqual([
      { name: '汐見透子', reading: 'シオミトウコ', role: 'AUTHOR', roleText: '著' },
      { name: '北原新', reading: null, role: 'ILLUSTRATOR', roleText: '絵' },
    ]);
  });

  it('parsePeople returns an unknown role as OTHER', () => {
    expect(parsePeople('北原新|帯の推薦', separators)?.[0]).toMatchObject({
      role: 'OTHER',
      roleText: '帯の推薦',
    });
    expect(parsePeople('北原新', separators)?.[0]).toMatchObject({ role: 'UNSPECIFIED' });
  });

  it('parsePeople returns null if a person has no name or too many parts', () => {
    expect(parsePeople('|著|', separators)).toBeNull();
    expect(parsePeople('北原新|絵|キタハラ|余り', separators)).toBeNull();
  });
});

describe('splitSeries', () => {
  it('splitSeries splits off the last word if it contains a digit', () => {
    expect(splitSeries('MF文庫J み-06-14')).toEqual({ name: 'MF文庫J', number: 'み-06-14' });
    expect(splitSeries('岩波文庫 34-229-1')).toEqual({ name: '岩波文庫', number: '34-229-1' });
    expect(splitSeries('AERA MOOK')).toEqual({ name: 'AERA MOOK', number: null });
    expect(splitSeries('第2集')).toEqual({ name: '第2集', number: null });
  });
});
