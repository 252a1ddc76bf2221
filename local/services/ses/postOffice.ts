import { randomBytes, randomUUID } from 'node:crypto';
import { checkSubmission } from './checkSubmission.ts';
import { findIdentity } from './findIdentity.ts';
import type { Mail, Submission, Undelivered } from './mail.ts';
import { eventsOf, type MailEvent } from './mailEvents.ts';
import type { ConfigurationSet, Sender, SuppressionReason } from './readSender.ts';
import { fateOf } from './simulator.ts';
import type { SuppressionList } from './suppressionList.ts';

/** The account default if the configuration set has no setting, since November 2019. */
const ACCOUNT_REASONS: SuppressionReason[] = ['BOUNCE', 'COMPLAINT'];

const DAY = 24 * 60 * 60 * 1000;

export interface PostOfficeOptions {
  sender: Sender;
  suppression: SuppressionList;
  /** Resolves when the mail is on disk. */
  keep: (mail: Mail) => Promise<void>;
  /** Called with each event that a configuration set publishes to EventBridge. */
  publish: (event: MailEvent) => void;
  /** Called with all events of a mail, whether or not they are published. */
  observe: (events: MailEvent[]) => void;
}

/** Accepts mails from both APIs and reports their events. */
export class PostOffice {
  readonly sender: Sender;
  readonly suppression: SuppressionList;
  readonly #options: PostOfficeOptions;
  #sent: number[] = [];

  constructor(options: PostOfficeOptions) {
    this.sender = options.sender;
    this.suppression = options.suppression;
    this.#options = options;
  }

  /** Converts a submission to the mail that SES delivers and stores it, or throws SES's error. */
  async accept(submission: Submission): Promise<Mail> {
    const identity = findIdentity(submission.source, this.sender.identities);
    const wished = submission.configurationSet ?? identity?.configurationSet;
    const set = checkSubmission({ ...submission, configurationSet: wished }, this.sender);
    const mail = compose(submission, identity?.mailFromDomain);
    const undelivered = this.#undelivered(mail.to, set);
    if (Object.keys(undelivered).length > 0) mail.undelivered = undelivered;
    await this.#options.keep(mail);
    this.#sent.push(Date.now());
    this.#forgetOld();
    const events = eventsOf(mail, submission.source, set?.name);
    this.#options.observe(events);
    if (set) this.#publish(events, set);
    return mail;
  }

  /** The number of mails accepted in the last 24 hours of this run. */
  sentLastDay(): number {
    this.#forgetOld();
    return this.#sent.length;
  }

  #forgetOld(): void {
    const dayAgo = Date.now() - DAY;
    const kept = this.#sent.findIndex((at) => at > dayAgo);
    if (kept !== 0) this.#sent = kept < 0 ? [] : this.#sent.slice(kept);
  }

  #undelivered(to: string[], set: ConfigurationSet | undefined) {
    const reasons = set?.suppressedReasons ?? ACCOUNT_REASONS;
    const undelivered: { [address: string]: Undelivered } = {};
    for (const address of to) {
      const listed = this.suppression.find(address);
      const fate = fateOf(address);
      if (listed && reasons.includes(listed.reason)) undelivered[address] = 'ON_ACCOUNT_LIST';
      else if (fate === 'onGlobalList') undelivered[address] = 'ON_GLOBAL_LIST';
      else if (fate === 'bounced') undelivered[address] = 'BOUNCED';
    }
    return undelivered;
  }

  #publish(events: MailEvent[], { eventDestinations }: ConfigurationSet): void {
    for (const event of events) {
      for (const { types } of eventDestinations) {
        if (types.includes(event.type)) this.#options.publish(event);
      }
    }
  }
}

function compose(submission: Submission, mailFromDomain = 'ap-northeast-1.amazonses.com'): Mail {
  const { source, senders, configurationSet, headers, ...rest } = submission;
  const at = new Date().toISOString();
  const messageId = `0106${randomBytes(6).toString('hex')}-${randomUUID()}-000000`;
  // SES overwrites these headers ("Header fields in Amazon SES", "Using a custom MAIL FROM
  // domain").
  const own = {
    'return-path': `<${messageId}@${mailFromDomain}>`,
    'message-id': `<${messageId}@ap-northeast-1.amazonses.com>`,
    date: new Date(at).toUTCString().replace('GMT', '+0000'),
  };
  return { at, messageId, ...rest, headers: { ...headers, ...own } };
}
