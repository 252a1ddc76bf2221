/** How the command that runs was asked to speak. */
interface Speech {
  json?: boolean;
  quiet?: boolean;
}

let speech: Speech = {};

export function setSpeech(asked: Speech): void {
  speech = asked;
}

/** Prints a line that accompanies the work. `--quiet` and `--json` leave it out. */
export function say(line: string): void {
  if (!speech.quiet && !speech.json) console.log(line);
}

/** Shows progress to whoever watches: on a terminal only, and never in the output. */
export function showProgress(line: string): void {
  if (!speech.quiet && process.stderr.isTTY) console.error(line);
}

/** Prints the result: the value itself with `--json`, else the lines that describe it. */
export function printResult(value: object, lines: string[]): void {
  console.log(speech.json ? JSON.stringify(value) : lines.join('\n'));
}
