import type { FieldMergeFunction, StoreObject } from '@apollo/client';

/**
 * Merges lists whose items have no id, such as a book's contributors: fields queried by different
 * pages are combined per item. A list of another length replaces the known one, and so does an item
 * with another name or role at the same position.
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

/** A field that one side did not query makes no difference. */
const isSame = (known: StoreObject, found: StoreObject): boolean =>
  ['name', 'role'].every(
    (field) => !(field in known && field in found) || known[field] === found[field],
  );
