import type { Measurement } from '../../lib/metric.ts';
import type { MailEvent } from './mailEvents.ts';

const METRICS = {
  Bounce: 'Reputation.BounceRate',
  Complaint: 'Reputation.ComplaintRate',
} as const;

/** The SES metrics that are counted here. */
export const REPUTATION_METRICS = Object.values(METRICS);

/** SES uses a representative volume of mails whose size it does not document. */
const VOLUME = 1_000;
/** One bounce among the first few mails is not significant. */
const LEAST = 20;

type Fate = 'Delivery' | 'Bounce' | 'Complaint';

/** The account's bounce and complaint rates ("Monitoring your Amazon SES sender reputation"). */
export class Reputation {
  #fates: Fate[] = [];

  /**
   * Counts the events of a mail and returns both current rates; none while there are too few mails.
   */
  count(events: MailEvent[], at: number): Measurement[] {
    for (const { type } of events) {
      // A complaint concerns a mail that was delivered before.
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
