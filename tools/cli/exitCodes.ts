/** The exit codes of every command, for scripts; docs/commands.md lists them. */
export const EXIT = {
  done: 0,
  failed: 1,
  /** The input was rejected; nothing was changed. */
  refused: 2,
  /** An ingest run waits for a decision. */
  held: 3,
  /** An unknown command, option or argument, as in `sysexits.h`. */
  usage: 64,
  /** Ctrl-C, with the code that shells use. */
  interrupted: 130,
} as const;
