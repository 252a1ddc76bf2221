import type { Measurement } from '../../lib/metric.ts';
import type { MailEvent } from './mailEvents.ts';

const METRICS = {
  Bounce: 'Reputation.BounceRate',
  Complaint: 'Reputation.ComplaintRate',
} as const;

/** Those of the metrics of SES that are counted here. */
export const REPUTATION_METRICS = Object.values(METRICS);

/** SES judges by a representative volume of mails and does not tell how many those are. */
const VOLUME = 1_000;
/** One bounce among the first few mails says nothing of a sender. */
const LEAST = 20;

type Fate = 'Delivery' | 'Bounce' | 'Complaint';

/** How the recipients' side takes the account's mails ("Monitoring your Amazon SES sender reputation"). */
export class Reputation {
  #fates: Fate[] = [];

  /** Takes the events of a mail, and gives both rates as they are then; none while there are too few. */
  count(events: MailEvent[], at: number): Measurement[] {
    for (const { type } of events) {
      // A complaint is about a mail that was delivered before.
      if (type === 'Complaint') this.#fates[this.#fates.lastIndexOf('Delivery')] = type;
      else if (type !== 'Send') this.#fates.push(type);
    }
    this.#fates = this.#fates.slice(-VOLUME);
    if (this.#fates.length < LEAST) return [];
    return (['Bounce', 'Complaint'] as const).map((fate) => ({
      metric: { namespace: 'AWS/SES', name: METRICS[fate], dimensions: {} },
      value: this.#fates.filter((one) => one === fate).length / this.#fates.length,
      at,
    }));
  }
}
