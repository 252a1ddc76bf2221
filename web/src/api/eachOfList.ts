import type { FieldMergeFunction, StoreObject } from '@apollo/client';

/**
 * A list whose members have no id of their own, as who made a book: what one page asked of a member and
 * what another asked stand side by side. A list of another length is another list.
 */
export const eachOfList: FieldMergeFunction<readonly StoreObject[]> = (
  known,
  found,
  { mergeObjects },
) =>
  known?.length === found.length
    ? found.map((each, place) => mergeObjects(known[place] ?? {}, each))
    : found;
