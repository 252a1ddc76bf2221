/** Translates graphql-js's reason why a value does not fit a type into graphql-java's wording. */
export function coercionWords(reason: string): string {
  const own = /^Expected type "\w+"\. (.*)$/s.exec(reason);
  if (own) return own[1] as string;
  const builtIn =
    /^(Int|Float|String|Boolean|ID) cannot represent (?:.*? value|a non-string and non-integer value|value): (.*)$/s.exec(
      reason,
    );
  if (builtIn) {
    return `Expected type '${builtIn[1]}' but was '${javaClassOf(builtIn[2] as string)}'.`;
  }
  const enumeration =
    /^Enum "(\w+)" cannot represent (?:non-string )?value: (.*?)\.?$/s.exec(reason) ??
    /^Value "(?<value>.*)" does not exist in "(?<type>\w+)" enum/s.exec(reason);
  if (enumeration) {
    const [, first, second] = enumeration;
    const type = enumeration.groups?.type ?? first;
    const value = enumeration.groups?.value ?? unquote(second as string);
    return `Invalid input for Enum '${type}'. No value found for name '${value}'`;
  }
  const isNoObject = /^Expected type "\w+" to be an object/.test(reason);
  if (isNoObject) return "Variables for input objects must be an instance of type 'Map'.";
  return reason;
}

/** The Java class in which graphql-java would hold a value printed by graphql-js. */
function javaClassOf(printed: string): string {
  if (printed.startsWith('"')) return 'String';
  if (printed.startsWith('{')) return 'LinkedHashMap';
  if (printed.startsWith('[')) return 'ArrayList';
  if (printed === 'true' || printed === 'false') return 'Boolean';
  return /^-?\d+$/.test(printed) ? 'Integer' : 'Double';
}

function unquote(text: string): string {
  return text.replace(/^"(.*)"$/s, '$1');
}
