import { describe, expect, it } from 'vitest';
import { type Place, placeInPartOfLog, placeInWholeLog } from '../src/place.ts';

/** Returns the outcome of each pushed event in turn. */
function push(place: Place, ...seqs: string[]) {
  return seqs.map((seq) => {
    const verdict = place.judge(seq);
    if (verdict === 'give') place.note(seq);
    return verdict;
  });
}

describe('placeInWholeLog', () => {
  it('placeInWholeLog gives only the next event, and moves with it', () => {
    const place = placeInWholeLog('7', true);
    expect(push(place, '9', '8', '9', '8', '7')).toEqual(['keep', 'give', 'give', 'drop', 'drop']);
    expect(place.cursor()).toBe('9');
  });

  it('placeInWholeLog skips numbers that the log read has passed', () => {
    const place = placeInWholeLog('7', true);
    place.advance('20');
    expect(push(place, '20', '21')).toEqual(['drop', 'give']);
    place.advance('3');
    expect(place.cursor()).toBe('21');
  });

  it('placeInWholeLog treats old events as new, in order and once, while it is unknown what was delivered', () => {
    const place = placeInWholeLog('7', false);
    expect(push(place, '5', '5', '4', '6')).toEqual(['give', 'drop', 'drop', 'give']);
    expect(place.cursor()).toBe('7');
    expect(push(place, '8', '7')).toEqual(['give', 'drop']);
  });
});

describe('placeInPartOfLog', () => {
  it('placeInPartOfLog gives whatever it has not given, and moves when the log is read', () => {
    const place = placeInPartOfLog('7', true);
    expect(push(place, '30', '12', '30', '7')).toEqual(['give', 'give', 'drop', 'drop']);
    expect(place.cursor()).toBe('7');
    place.advance('12');
    expect(push(place, '10', '30')).toEqual(['drop', 'drop']);
  });

  it('placeInPartOfLog treats an old event as new once while it is unknown what was delivered', () => {
    expect(push(placeInPartOfLog('7', false), '7', '7')).toEqual(['give', 'drop']);
  });

  it('placeInPartOfLog stays bounded, and asks to read the log before it forgets', () => {
    const place = placeInPartOfLog('0', true);
    for (let seq = 1; seq < 500; seq += 1) place.note(String(seq));
    expect(place.isFull()).toBe(false);
    place.note('500');
    expect(place.isFull()).toBe(true);
    place.advance('500');
    expect(push(place, '500', '501')).toEqual(['drop', 'give']);
    expect(place.isFull()).toBe(false);
  });
});

it.each([placeInWholeLog, placeInPartOfLog])(
  '%o compares numbers beyond JavaScript’s safe integers',
  (begin) => {
    const place = begin('9007199254740993', true);
    expect(push(place, '9007199254740993', '9007199254740994')).toEqual(['drop', 'give']);
  },
);
