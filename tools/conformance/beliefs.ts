import type { Belief } from './belief.ts';
import { authorization } from './suites/authorization.ts';
import { context } from './suites/context.ts';
import { errors } from './suites/errors.ts';
import { events } from './suites/events.ts';
import { guard } from './suites/guard.ts';
import { http } from './suites/http.ts';
import { language } from './suites/language.ts';
import { limits } from './suites/limits.ts';
import { pipeline } from './suites/pipeline.ts';
import { realtime } from './suites/realtime.ts';
import { scalars } from './suites/scalars.ts';
import { sql } from './suites/sql.ts';
import { subscriptions } from './suites/subscriptions.ts';
import { util } from './suites/util.ts';

/** All beliefs about AppSync, by topic. */
export const suites: { [name: string]: Belief[] } = {
  http,
  errors,
  pipeline,
  context,
  scalars,
  limits,
  authorization,
  guard,
  util,
  language,
  sql,
  subscriptions,
  events,
  realtime,
};
