import { randomUUID } from 'node:crypto';
import type { Resource } from '../../lib/resource.ts';
import type { Mail } from '../ses/mail.ts';
import { readTopics, type Topic } from './readTopics.ts';

/** A notification published to a topic. */
export interface Notification {
  subject: string;
  /** The text for every protocol without a text of its own. */
  message: string;
  /** The text for mails, if different (`MessageStructure` is `json`). */
  mailText?: string;
}

export interface SnsOptions {
  /** All resources of the assembly; its topics and subscriptions are run. */
  resources: Resource[];
  /** Resolves once the mail is in the inbox. */
  deliver: (mail: Mail) => Promise<void>;
}

export interface Sns {
  /** Delivers to every subscription of a topic. Rejects if the topic does not exist. */
  publish(topicArn: string, notification: Notification): Promise<void>;
}

const SENDER = 'no-reply@sns.amazonaws.com';
const FOOTER =
  '--\nPlease do not reply directly to this email. It was sent by the topic that it names below.';

/** Runs the template's topics for notifications from local services. There is no API. */
export function startSns({ resources, deliver }: SnsOptions): Sns {
  const topics = new Map(readTopics(resources).map((topic) => [topic.arn, topic]));
  return {
    async publish(topicArn, notification) {
      const topic = topics.get(topicArn);
      if (topic === undefined) throw new Error(`there is no topic ${topicArn}`);
      for (const address of topic.addresses) await deliver(toMail(topic, address, notification));
    },
  };
}

function toMail(topic: Topic, address: string, { subject, message, mailText }: Notification): Mail {
  const at = new Date();
  const from = `${topic.displayName || 'AWS Notifications'} <${SENDER}>`;
  const messageId = `0106${randomUUID()}-000000`;
  return {
    at: at.toISOString(),
    messageId,
    from,
    to: [address],
    subject,
    headers: {
      from,
      to: address,
      subject,
      date: at.toUTCString(),
      'message-id': `<${messageId}@ap-northeast-1.amazonses.com>`,
      'x-amz-sns-message-id': randomUUID(),
    },
    html: null,
    text: `${mailText ?? message}\n\n${FOOTER}\n${topic.arn}\n`,
    tags: {},
  };
}
