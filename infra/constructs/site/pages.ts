import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';
import type { Database } from '../database/database.ts';
import { boundConcurrency } from '../lib/boundConcurrency.ts';
import type { SiteFunction } from '../lib/functionOrigin.ts';
import { Handler } from '../lib/handler.ts';
import { originSecret } from '../lib/originSecret.ts';

/** The app's page in each language. */
const PAGES = ['index.html', 'en/index.html'];

export interface PagesProps {
  database: Database;
  /** The folder that holds the built web app. */
  built: string;
}

/**
 * The book pages: the app's page with the book in its head, for clients that run no script. It is
 * part of the web stack because it contains the app's page.
 */
export class Pages extends Construct implements SiteFunction {
  readonly url: string;
  readonly originSecret: string;
  readonly handler: Handler;

  constructor(scope: Construct, id: string, { database, built }: PagesProps) {
    super(scope, id);
    this.originSecret = originSecret(this, 'OriginSecret', {
      description: 'Authenticates the distribution to the function for book pages',
      guards: "against strangers bypassing the distribution's cache; the pages are public.",
    });
    this.handler = new Handler(this, 'ServePages', {
      description: "Serves a book's page with the book in its head",
      entry: 'services/pages/servePages.lambda.ts',
      environment: {
        ...database.environment,
        ORIGIN_SECRET: this.originSecret,
        SITE_URL: parameter(Stack.of(this), 'SiteUrl'),
      },
      copy: Object.fromEntries(PAGES.map((page) => [join(built, page), page])),
      timeout: Duration.seconds(10),
    });
    boundConcurrency(this.handler, 'PagesConcurrency');
    database.grantStatements(this.handler);
    this.url = this.handler.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
  }
}
