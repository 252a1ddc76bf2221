/** The shop lists so few of its members that nobody's session was ended for it. */
export class ShopDoubted extends Error {
  constructor(gone: number, asked: number) {
    super(
      `The shop lists ${asked - gone} of ${asked} members who are signed in: is its view whole?`,
    );
    this.name = 'ShopDoubted';
  }
}
