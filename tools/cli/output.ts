/** The output mode of the running command. */
interface Speech {
  json?: boolean;
  quiet?: boolean;
}

let speech: Speech = {};

export function setSpeech(asked: Speech): void {
  speech = asked;
}

/** Prints a line about the work in progress, except with `--quiet` or `--json`. */
export function say(line: string): void {
  if (!speech.quiet && !speech.json) console.log(line);
}

/** Shows progress, only on a terminal and never in the output. */
export function showProgress(line: string): void {
  if (!speech.quiet && process.stderr.isTTY) console.error(line);
}

/** Prints the result: the value itself with `--json`, otherwise the lines that describe it. */
export function printResult(value: object, lines: string[]): void {
  console.log(speech.json ? JSON.stringify(value) : lines.join('\n'));
}
