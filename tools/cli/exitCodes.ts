/** How every command ends, for scripts; docs/commands.md lists them. */
export const EXIT = {
  done: 0,
  failed: 1,
  /** The input is not acceptable; nothing was changed. */
  refused: 2,
  /** An ingest run waits for a decision. */
  held: 3,
  /** An unknown command, option or argument, as in `sysexits.h`. */
  usage: 64,
  /** Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;
