/**
 * SQL that has the upcoming books counted anew, within a minute, of all that are one with `:from` or with
 * `:into`: once the names are brought, by which they are counted.
 */
export const NOTE_RECOUNT =
  'insert into catalogue_recount (kind, target_id) values (:kind, :from), (:kind, :into)';
