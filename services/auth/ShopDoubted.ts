/** The shop lists so few of the signed-in members that no session was ended. */
export class ShopDoubted extends Error {
  constructor(gone: number, asked: number) {
    super(
      `The shop lists only ${asked - gone} of ${asked} signed-in members; expected most of them. Is its view complete?`,
    );
    this.name = 'ShopDoubted';
  }
}
