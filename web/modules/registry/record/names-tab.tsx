// All names of an organisation by kind, with language, script and who said so.
import { useLingui } from '@lingui/react/macro'
import type { OrganisationName } from '#modules/registry/organisation.contract.ts'
import { factSources, type NameKind, nameKinds } from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Bdi, Missing } from '../../../kit/bdi.tsx'

export function NamesTab({ names }: { names: readonly OrganisationName[] }) {
  const { t } = useLingui()
  const term = useTerm()
  const { compare } = useFormat()
  const byKind = Map.groupBy(names, name => name.kind)
  const kinds = (Object.keys(nameKinds) as NameKind[]).filter(kind => byKind.has(kind))
  return (
    <div className="flex flex-col gap-6">
      {kinds.map(kind => (
        <section key={kind}>
          <h2 className="mb-2 text-sm font-medium text-muted">{term(nameKinds[kind])}</h2>
          <table className="w-full border-t border-line text-sm">
            <thead className="sr-only">
              <tr>
                <th>{t`Name`}</th>
                <th>{t`Language and script`}</th>
                <th>{t`Source`}</th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {byKind
                .get(kind)
                ?.toSorted((one, other) => compare(one.language ?? 'zz', other.language ?? 'zz'))
                .map(name => (
                  <NameRow key={`${name.text} ${name.language}`} name={name} />
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}

function NameRow({ name }: { name: OrganisationName }) {
  const { languageName, reader, date } = useFormat()
  const term = useTerm()
  const scripts = new Intl.DisplayNames(reader.locale, { type: 'script', fallback: 'code' })
  const words = [name.language && languageName(name.language), name.script && scripts.of(name.script)].filter(Boolean)
  return (
    <tr>
      <td className="py-2 pe-4">
        <Bdi language={name.language}>{name.text}</Bdi>
        <span className="block text-xs text-muted sm:hidden">{words.join(' · ')}</span>
      </td>
      <td className="hidden w-52 py-2 pe-4 text-muted sm:table-cell">
        {words.length > 0 ? words.join(' · ') : <Missing />}
      </td>
      <td className="w-36 py-2 text-xs text-muted sm:w-56">
        {term(factSources[name.source])}
        {name.saidOn && <span className="block">{date(name.saidOn)}</span>}
      </td>
    </tr>
  )
}
