/** Lets the browser draw and answer its reader before a long piece of work goes on. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
