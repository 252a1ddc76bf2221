// Copies a value as JSON.parse(JSON.stringify(value)) would, in a third of the time. Compiled once
// in this process and once in the resolvers' context, so that a copy belongs to its destination;
// written in JavaScript because both compile this source text.
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
        // A UTF-16 unit is at most six characters: \u0001.
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
      // graphql-js creates such objects for input objects in a query, and JSON.rawJSON for numbers.
      if ('rawJSON' in value) throw unsure;
    } else if (prototype !== ownPrototype && prototype !== foreignPrototype) throw unsure;
    const copied = {};
    // Its prototype has no enumerable members, so these are its own, without building a list.
    for (const key in value) {
      // An assignment would be lost because the resolvers' prototypes are frozen.
      if (inherited.has(key)) throw unsure;
      const member = copyValue(value[key], depth);
      if (member === undefined) continue;
      left -= 6 * key.length + 4;
      copied[key] = member;
    }
    return copied;
  };

  /**
   * Copies an object; undefined where only JSON itself can decide: for text of more than `most`
   * characters, cycles, functions and class instances.
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
