// Turns of any case: what it is about, who may make the move where nobody owns it, and whether only named people see it.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table turn
  add column power text not null default 'write',
  add column confidential boolean not null default false,
  add column about_type text,
  add column about_id uuid;
update turn t set confidential = true from agreement a where t.subject_id = a.id and a.confidentiality = 'confidential';

-- Of agreements there are a hundred thousand, of other cases hundreds.
create index turn_case_owner on turn (owner_id) where workflow <> 'agreement';
create index turn_case_home on turn (home_id) where workflow <> 'agreement';
create index turn_about on turn (about_id) where about_id is not null;
`)
    .execute(db)
}
