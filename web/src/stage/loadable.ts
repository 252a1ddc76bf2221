/** Something that is loaded once and then available synchronously. */
export interface Loadable<Loaded> {
  load(): Promise<Loaded>;
  /** Null until loaded. */
  loaded(): Loaded | null;
}

export function loadable<Loaded>(fetch: () => Promise<Loaded>): Loadable<Loaded> {
  let arrived: Loaded | null = null;
  return {
    async load() {
      arrived = await fetch();
      return arrived;
    },
    loaded: () => arrived,
  };
}
