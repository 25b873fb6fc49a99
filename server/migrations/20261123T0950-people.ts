// The ladder of roles: a viewer is now called an observer, and seven roles stand beside the first three.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table role_grant drop constraint role_grant_role_check;
update role_grant set role = 'observer' where role = 'viewer';
alter table role_grant add constraint role_grant_role_check check (role in
  ('observer', 'data_entry', 'coordinator', 'officer', 'agreements_manager', 'signatory', 'analyst', 'auditor', 'administrator'));
`)
    .execute(db)
}
