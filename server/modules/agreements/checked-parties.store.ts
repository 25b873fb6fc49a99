// The other side of an agreement for due diligence: partners, their units, signatories, contacts, owners of promises.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { RecordParty } from '#modules/screening/index.ts'

/** Everybody on the other side by whom the agreement is made or kept. */
export async function partiesToCheck(db: Db, agreementId: string): Promise<RecordParty[]> {
  const { rows } = await sql<RecordParty>`
    select 'party' as role, p.organisation_id as "organisationId", null::uuid as "personId", null as name, 1 as place, p.position, p.id
      from agreement_party p where p.agreement_id = ${agreementId} and p.side = 'partner'
    union all select 'unit', p.unit_id, null, null, 2, p.position, p.id
      from agreement_party p where p.agreement_id = ${agreementId} and p.side = 'partner' and p.unit_id is not null
    union all select 'signatory', p.organisation_id, null, p.signatory_name, 3, p.position, p.id
      from agreement_party p where p.agreement_id = ${agreementId} and p.side = 'partner' and p.signatory_name is not null
    union all select 'contact', c.organisation_id, c.person_id, c.name, 4, 0, c.id
      from agreement_contact c where c.agreement_id = ${agreementId} and c.side = 'partner'
    union all select 'owner', case when promisor.side = 'partner' then promisor.organisation_id else beneficiary.organisation_id end,
        null, c.partner_owner, 5, 0, c.id
      from commitment c
        left join agreement_party promisor on promisor.agreement_id = c.source_id and promisor.organisation_id = c.promisor_id and promisor.side = 'partner'
        left join agreement_party beneficiary on beneficiary.agreement_id = c.source_id and beneficiary.organisation_id = c.beneficiary_id and beneficiary.side = 'partner'
      where c.source_id = ${agreementId} and c.partner_owner is not null and c.state <> 'ended'
    order by place, position, id`.execute(db)
  return rows.map(({ role, organisationId, personId, name }) => ({ role, organisationId, personId, name }))
}
