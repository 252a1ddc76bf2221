/** A page's document whose tab is shown and hidden. */
export class Tab extends EventTarget {
  visibilityState: 'visible' | 'hidden' = 'visible';
  turn(to: Tab['visibilityState']) {
    this.visibilityState = to;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}
