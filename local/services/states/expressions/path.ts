import type { Json } from '../../../lib/resource.ts';

/** Whether to keep a list item; `root` is the value of `$`. */
export type Filter = (item: Json, root: Json) => boolean;

/** One step of a JSONPath. `deep` searches every level below, as `..` does. */
export type Step = { deep: boolean } & (
  | { kind: 'names'; names: string[] }
  | { kind: 'indexes'; indexes: number[] }
  | { kind: 'slice'; from: number | undefined; to: number | undefined }
  | { kind: 'all' }
  | { kind: 'filter'; filter: Filter }
);

/** A parsed JSONPath. */
export interface Path {
  /** `$` is the state's data, `$$` the context object. */
  root: '$' | '$$';
  steps: Step[];
  /**
   * Whether the path names a single location and so returns its value; otherwise it returns a list
   * of all matches.
   */
  isDefinite: boolean;
}
