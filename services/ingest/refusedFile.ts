/** Why a whole file is refused. */
export type RefusalCode =
  | 'missing-object'
  | 'unknown-profile'
  | 'unknown-encoding'
  | 'wrong-encoding'
  | 'wrong-profile'
  | 'missing-column'
  | 'doubled-column'
  | 'broken-header'
  | 'nul-byte'
  | 'file-too-large'
  | 'unsupported-packing'
  | 'damaged-archive'
  | 'archive-entries'
  | 'expands-too-much';

/** A file that cannot be read at all: nothing of it is merged. */
export class RefusedFile extends Error {
  override name = 'IngestRefused';
  readonly code: RefusalCode;

  /** Both sentences say what was seen and what was expected. */
  constructor(code: RefusalCode, japanese: string, english: string) {
    super(`${japanese} / ${english}`);
    this.code = code;
  }
}
