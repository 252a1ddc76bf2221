import type { FieldMergeFunction, StoreObject } from '@apollo/client';

/**
 * A list whose members have no id of their own, as who made a book: what one page asked of a member and
 * what another asked stand side by side. A list of another length is another list, and who has another
 * name or another role at a place is somebody else there.
 */
export const eachOfList: FieldMergeFunction<readonly StoreObject[]> = (
  known = [],
  found,
  { mergeObjects },
) =>
  known.length === found.length
    ? found.map((each, place) => {
        const before = known[place];
        return before && isSame(before, each) ? mergeObjects(before, each) : each;
      })
    : found;

/** What was not asked for on one side is not another. */
const isSame = (known: StoreObject, found: StoreObject): boolean =>
  ['name', 'role'].every(
    (field) => !(field in known && field in found) || known[field] === found[field],
  );
