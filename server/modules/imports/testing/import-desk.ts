// An office with a home and two known partners, and the steps of an import as its officer takes them; for tests of routes.
import { fixedClock } from '#core/time.ts'
import { makeHome, makeOrganisation } from '#modules/registry/testing/registry-factory.ts'
import { createTestApp, type TestPerson } from '../../../test-app.ts'
import * as contract from '../import.contract.ts'

const boundary = 'z'.repeat(24)
const place = (country: string, city: string) => ({ country, city, region: null, latitude: null, longitude: null })

/** The head and the end of an upload, for tests that send the middle themselves. */
export const multipart = (name: string) => ({
  type: `multipart/form-data; boundary=${boundary}`,
  head: Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
  end: Buffer.from(`\r\n--${boundary}--\r\n`),
})

export async function openImportDesk() {
  const { app, services, person } = await createTestApp(fixedClock('2026-11-23T09:00:00Z'))
  const { db } = services
  const home = await makeHome(db, { name: 'Nowruz University', place: place('IR', 'Isfahan') })
  const volga = await makeOrganisation(db, { name: 'Volga Institute of Physics', place: place('RU', 'Kazan') })
  await makeOrganisation(db, { name: 'Andes Technical University', place: place('CL', 'Valdivia') })
  const officer = await person('officer', home)
  const read = (id: string) => officer.call(contract.getImport, { params: { id } })
  const settled = async (id: string): Promise<contract.ImportRun> => {
    await services.jobs.drain()
    return read(id)
  }
  const send = (name: string, bytes: Uint8Array, who: TestPerson = officer) => {
    const { type, head, end } = multipart(name)
    return who.inject({
      method: 'POST',
      url: `/api/imports?homeId=${home}`,
      headers: { 'content-type': type },
      payload: Buffer.concat([head, bytes, end]),
    })
  }
  return {
    app,
    services,
    db,
    person,
    home,
    volga,
    officer,
    read,
    settled,
    send,
    upload: async (name: string, bytes: Uint8Array) => settled((await send(name, bytes)).json().id),
    bring: async (text: string, who: TestPerson = officer) =>
      settled((await who.call(contract.pasteImport, { body: { homeId: home, text } })).id),
    write: async (run: contract.ImportRun) => {
      await officer.call(contract.writeImport, { params: { id: run.id }, body: { version: run.version } })
      return settled(run.id)
    },
    rowsOf: async (run: Pick<contract.ImportRun, 'id'>) =>
      (await officer.call(contract.listRows, { params: { id: run.id }, query: { limit: 500 } })).items,
  }
}
