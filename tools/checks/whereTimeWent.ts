export interface TimedFile {
  /** From the root of the checkout. */
  file: string;
  seconds: number;
}

const SLOWEST = 10;

/**
 * Returns lines with the time of each test folder and of the slowest files, longest first; none for
 * a single file. Files run side by side, so the times add up to more than the run took.
 */
export function sayWhereTimeWent(files: TimedFile[]): string[] {
  if (files.length < 2) return [];
  const folders = Object.entries(Object.groupBy(files, ({ file }) => folderOf(file))).map(
    ([folder, inside = []]) => ({
      seconds: inside.reduce((sum, { seconds }) => sum + seconds, 0),
      file: `${folder}/ (${inside.length} files)`,
    }),
  );
  return [
    'Time by folder:',
    ...longestFirst(folders),
    'Slowest files:',
    ...longestFirst(files).slice(0, SLOWEST),
  ];
}

/** `test/stack` of `test/stack/mail/send.test.ts`. */
const folderOf = (file: string) => file.split('/').slice(0, 2).join('/');

const longestFirst = (timed: TimedFile[]): string[] =>
  timed
    .toSorted((a, b) => b.seconds - a.seconds)
    .map(({ seconds, file }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
