import type { BookFields } from './bookFields.ts';
import { isExaminationPaper, isImprint, isStoryLabel } from './isImprint.ts';
import type { SeriesStatement } from './series.ts';
import { readVolumeForm } from './volumeForm.ts';

/** A series that a book is a volume of. */
export interface RecognizedSeries {
  /** As the feed words it. */
  name: string;
  /** 上, 中 and 下 are 1, 2 and 3; null if the volume has no single number. */
  number: number | null;
}

/** The fields from which a series is recognized. */
export type SeriesFields = Pick<BookFields, 'title' | 'volume' | 'label' | 'series'>;

/** A numbered set with higher numbers is a publisher's line. */
const MOST_OF_A_SET = 40;
/** Names that contain the word series are more often a line. */
const MOST_OF_A_CALLED_SERIES = 20;
const CALLED = /シリーズ|series|えほん|絵本|ブック$/iu;
/** A novel's label is followed by its story, which may run for long. */
const MOST_OF_A_STORY = 1000;

/**
 * Returns the series of which a reader would expect the next volume: the title without its volume
 * form, or else a series column that numbers its volumes and is not an imprint. An imprint would
 * match everything, so doubtful names are left out.
 * @returns null if the row names none.
 */
export function recognizeSeries(fields: SeriesFields): RecognizedSeries | null {
  return byTitle(fields) ?? byStatement(fields);
}

function byTitle({ title, volume }: SeriesFields): RecognizedSeries | null {
  if (title === null) return null;
  const form = readVolumeForm(title);
  const isNamed = form !== null && hasLetter(form.name);
  const own = volume === null ? null : readVolumeForm(volume);
  // A volume column that contains nothing else.
  if (own !== null && own.name === '') {
    return { name: isNamed ? form.name : title.trim(), number: own.number };
  }
  return isNamed ? { name: form.name, number: form.number } : null;
}

function byStatement({ title, series, label }: SeriesFields): RecognizedSeries | null {
  if (title !== null && isExaminationPaper(title)) return null;
  let found: RecognizedSeries | null = null;
  let isStory = label !== null && isStoryLabel(label);
  for (const statement of series) {
    found = readStatement(statement, isStory) ?? found;
    isStory ||= isStoryLabel(statement.name);
  }
  return found;
}

function readStatement(statement: SeriesStatement, isStory: boolean): RecognizedSeries | null {
  const { name, number } = statement;
  if (number === null || isImprint(name) || !hasLetter(name)) return null;
  const volume = readVolumeForm(number);
  // 001 is the position in a line.
  if (volume === null || volume.name !== '' || volume.number === null || /^0\d/.test(number))
    return null;
  return volume.number > mostOf(name, isStory) ? null : { name, number: volume.number };
}

function mostOf(name: string, isStory: boolean): number {
  if (isStory) return MOST_OF_A_STORY;
  return CALLED.test(name) ? MOST_OF_A_CALLED_SERIES : MOST_OF_A_SET;
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}
