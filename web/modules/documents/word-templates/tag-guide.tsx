// Which tags may stand in a Word template, and what they become.
import { Trans, useLingui } from '@lingui/react/macro'
import { Section } from '../../../kit/page.tsx'

const Tags = ({ children }: { children: string }) => (
  <bdi dir="ltr" className="font-mono text-xs">
    {children}
  </bdi>
)

const example = '{title_fa}'

export function TagGuide() {
  const { t } = useLingui()
  const rows: [string, string][] = [
    ['{title} {number} {version}', t`Title, number and version of the text`],
    ['{place_and_date}', t`Place and day of signature`],
    ['{#parties} {name} {place} {/parties}', t`Each side with its country and address`],
    ['{#clauses} {label} {heading} {/clauses}', t`Each clause with its number and heading`],
    ['{#paragraphs} {label} {text} {/paragraphs}', t`Inside a clause: its paragraphs and points`],
    ['{#annexes} … {/annexes}', t`Annexes, built like clauses`],
    ['{#signatures} {party} {signatory} {position} {/signatures}', t`Each signature`],
    ['{hash} {code} {address}', t`Hash of the text; code and address by which it is verified`],
  ]
  return (
    <Section title={t`Tags`}>
      <p className="mb-3 text-sm text-muted">
        <Trans>
          Each may carry a language at its end, as <Tags>{example}</Tags>; without it, it speaks the first language of
          the text.
        </Trans>
      </p>
      <dl className="divide-y divide-line border-y border-line text-sm">
        {rows.map(([tags, meaning]) => (
          <div key={tags} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
            <dt className="basis-80 break-words">
              <Tags>{tags}</Tags>
            </dt>
            <dd className="min-w-0 flex-1 basis-40 text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
