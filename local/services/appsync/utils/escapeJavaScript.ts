const SHORT: Record<string, string> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** `util.escapeJavaScript`: as in Apache Commons, everything but printable ASCII as `\uXXXX`. */
export function escapeJavaScript(text: string): string {
  return text.replace(/[\\'"/]|[^ -~]/g, (char) => {
    if (/[\\'"/]/.test(char)) return `\\${char}`;
    return SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}
