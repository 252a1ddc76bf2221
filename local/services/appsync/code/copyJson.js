// Copies a value as JSON.parse(JSON.stringify(value)) would, in a third of the time. It is compiled
// once in this process and once in the resolvers' context, so that a copy belongs to where it goes,
// and it is JavaScript because both compile this very text.
(function makeCopy(foreignPrototype) {
  const { isArray } = Array;
  const { getOwnPropertyNames, getPrototypeOf } = Object;
  const { isFinite: isFiniteNumber } = Number;
  const ownPrototype = Object.prototype;
  const inherited = new Set(getOwnPropertyNames(ownPrototype));
  const deepest = 100;
  const unsure = {};
  let left = 0;

  const copyValue = (value, depth) => {
    switch (typeof value) {
      case 'string':
        // One UTF-16 unit has six characters at most: \u0001.
        left -= 6 * value.length + 3;
        return value;
      case 'boolean':
        left -= 6;
        return value;
      case 'number':
        left -= 26;
        return isFiniteNumber(value) ? (value === 0 ? 0 : value) : null;
      case 'undefined':
        left -= 5;
        return undefined;
      case 'object':
        if (value === null) left -= 5;
        return value === null ? null : copyObject(value, depth + 1);
      default:
        throw unsure;
    }
  };

  const copyObject = (value, depth) => {
    left -= 3;
    if (left < 0 || depth > deepest) throw unsure;
    if (isArray(value)) {
      if (value.toJSON !== undefined) throw unsure;
      const list = [];
      for (let index = 0; index < value.length; index += 1) {
        if (left < 0) throw unsure;
        list.push(copyValue(value[index], depth) ?? null);
      }
      return list;
    }
    const prototype = getPrototypeOf(value);
    if (prototype === null) {
      // As graphql-js makes an input object that a query writes out, and JSON.rawJSON a number.
      if ('rawJSON' in value) throw unsure;
    } else if (prototype !== ownPrototype && prototype !== foreignPrototype) throw unsure;
    const copied = {};
    // Its prototype has nothing to list, so these are its own, and no list of them is made.
    for (const key in value) {
      // An assignment would be lost: the resolvers' prototypes are frozen.
      if (inherited.has(key)) throw unsure;
      const member = copyValue(value[key], depth);
      if (member === undefined) continue;
      left -= 6 * key.length + 4;
      copied[key] = member;
    }
    return copied;
  };

  /**
   * The copy of an object; undefined where only JSON itself can tell: for text of more than `most`
   * characters, cycles, functions and objects of classes.
   */
  return (value, most) => {
    left = most;
    try {
      const copied = copyObject(value, 0);
      return left < 0 ? undefined : copied;
    } catch (reason) {
      if (reason === unsure) return undefined;
      throw reason;
    }
  };
});
