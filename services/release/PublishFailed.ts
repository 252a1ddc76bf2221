/** Some events did not reach the API. They stay unpublished, so the next run retries them. */
export class PublishFailed extends Error {
  constructor(seen: string, options?: ErrorOptions) {
    super(seen, options);
    this.name = 'PublishFailed';
  }
}
