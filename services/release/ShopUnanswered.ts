/**
 * The shop's database could not be read. Nothing is lost: the next run asks for everything again.
 */
export class ShopUnanswered extends Error {
  constructor(cause: unknown) {
    const seen = String(cause);
    super(`The shop's shop_book view could not be read: ${seen}`, { cause });
    this.name = 'ShopUnanswered';
  }
}
