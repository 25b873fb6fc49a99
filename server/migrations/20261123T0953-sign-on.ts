// Roles that come from the groups of a sign-on provider are told apart from those that a person gave.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // The provider's id; empty for roles that an administrator gave.
  await sql`alter table role_grant add column source text`.execute(db)
}
