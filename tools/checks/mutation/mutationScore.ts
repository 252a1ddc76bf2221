import { EQUIVALENT_MUTANTS, type EquivalentMutant } from './equivalentMutants.ts';

/** What this reads of a report in the mutation testing report schema. */
export interface MutationReport {
  files: { [file: string]: { source: string; mutants: ReportedMutant[] } };
}

interface ReportedMutant {
  replacement?: string;
  status: string;
  location: { start: Position; end: Position };
}

/** Both count from 1. */
interface Position {
  line: number;
  column: number;
}

interface Score {
  folder: string;
  detected: number;
  valid: number;
}

/** The least share of detected mutants, in percent. */
const OVER_ALL = 85;
const IN_EACH_FOLDER = 75;

const DETECTED = ['Killed', 'Timeout'];
const UNDETECTED = ['Survived', 'NoCoverage'];

const FOLDERS = [
  'domain',
  'services/auth',
  'services/executions',
  'services/ingest',
  'services/lib',
  'services/mail',
  'services/pages',
  'services/release',
  'resolvers/lib',
  'client',
  'embed',
  'web/src/live',
];

/** Returns lines with the undetected mutants and the score of each folder, and what is too low. */
export function readMutationScore(
  report: MutationReport,
  equivalent: EquivalentMutant[] = EQUIVALENT_MUTANTS,
): { lines: string[]; tooLow: string[] } {
  const undetected: string[] = [];
  const scores = new Map<string, Score>();
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const folder = FOLDERS.find((one) => file.startsWith(`${one}/`)) ?? file;
    const score = scores.get(folder) ?? { folder, detected: 0, valid: 0 };
    scores.set(folder, score);
    for (const mutant of mutants) {
      const { replacement = '', status } = mutant;
      const original = cut(source, mutant.location);
      const isEquivalent = equivalent.some(
        (one) => one.file === file && one.original === original && one.replacement === replacement,
      );
      if (DETECTED.includes(status)) score.detected += 1;
      else if (!UNDETECTED.includes(status) || isEquivalent) continue;
      else undetected.push(sayMutant(file, mutant, original));
      score.valid += 1;
    }
  }
  const each = [...scores.values()].toSorted((a, b) => a.folder.localeCompare(b.folder));
  const all = {
    folder: 'all',
    detected: each.reduce((sum, { detected }) => sum + detected, 0),
    valid: each.reduce((sum, { valid }) => sum + valid, 0),
  };
  return {
    lines: [...undetected, 'Detected mutants:', ...[...each, all].map(sayScore)],
    tooLow: [
      ...each.filter((score) => percent(score) < IN_EACH_FOLDER),
      ...(percent(all) < OVER_ALL ? [all] : []),
    ].map(({ folder }) => folder),
  };
}

const percent = ({ detected, valid }: Score) => (valid === 0 ? 100 : (100 * detected) / valid);

const sayScore = (score: Score) =>
  `${percent(score).toFixed(1).padStart(6)} %  ${score.folder} (${score.detected} of ${score.valid})`;

function sayMutant(
  file: string,
  { location, status, replacement = '' }: ReportedMutant,
  original: string,
) {
  const how = status === 'NoCoverage' ? 'no test runs it' : 'survived';
  return `${file}:${location.start.line} ${how}: ${oneLine(original)} → ${oneLine(replacement)}`;
}

const oneLine = (code: string) => {
  const line = code.replaceAll(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
};

/** The code between two positions of a source. */
function cut(source: string, { start, end }: { start: Position; end: Position }): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return lines.join('\n');
}
