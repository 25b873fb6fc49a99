// A home with an open and a confidential agreement, a partner, and people who may see one, both or none of them.
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { agreementInput } from '#modules/agreements/testing/agreement-factory.ts'
import { makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import type { TestApp } from '../../../test-app.ts'

/** For tests of modules that build on this one. */
export { collaborationModule } from '../collaboration.module.ts'

export async function makeTalkWorld({ services, person }: Pick<TestApp, 'services' | 'person'>) {
  const { db } = services
  const home = await makeOrganisation(db, 'Home University', true)
  const elsewhere = await makeOrganisation(db, 'Other University', true)
  const partner = await makeOrganisation(db, 'Partner University')
  const administrator = await person('administrator')
  const record = async (more: object = {}) => {
    const { id } = await administrator.call(agreements.createAgreement, { body: agreementInput(home, partner, more) })
    return { subject: 'agreement', id }
  }
  const officer = await person('officer', home)
  return {
    ...{ db, home, elsewhere, partner, administrator, record },
    officer,
    observer: await person('observer', home),
    auditor: await person('auditor', home),
    stranger: await person('officer', elsewhere),
    open: await record(),
    secret: await record({ confidentiality: 'confidential', readerIds: [officer.id] }),
    organisation: { subject: 'organisation', id: partner },
  }
}
