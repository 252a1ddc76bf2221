/** Something that is loaded, and is then at hand. */
export interface Loadable<Loaded> {
  load(): Promise<Loaded>;
  /** Null until it has arrived. */
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
