// Hands over everything that a leaving person owns: what it is, to whom, and the reports that stay.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { listAccounts, listColleagues } from '#core/identity/identity.contract.ts'
import { type HandOverReport, handOver, listHoldings } from '#core/identity/people/people.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { LocalisedText } from '../../../kit/bdi.tsx'
import { Checkbox } from '../../../kit/checkbox.tsx'
import { ComboBox } from '../../../kit/combo-box.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Form } from '../../../kit/form.tsx'
import { Link } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

type Groups = HandOverReport['groups']

export function HandOverPage() {
  const { t } = useLingui()
  const { accountId } = useParams({ strict: false }) as { accountId: string }
  const { data, error } = useCall(listHoldings, { params: { id: accountId } })
  return (
    <Page width="reading">
      <PageHeader
        crumbs={[{ label: t`People and access`, to: '/people/$accountId', params: { accountId } }]}
        title={t`Hand over`}
        subtitle={data && <bdi>{data.person.name}</bdi>}
      />
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={10} />}
      {data && data.groups.length === 0 && (
        <EmptyState icon={<Inbox />} title={t`Owns nothing`}>
          <Trans>No record has this person as its owner.</Trans>
        </EmptyState>
      )}
      {data && data.groups.length > 0 && (
        <>
          <HandOverForm personId={data.person.id} />
          <Section title={t`What is handed over`}>
            <HeldGroups groups={data.groups} />
          </Section>
        </>
      )}
      {data?.reports.map(report => (
        <Report key={report.id} report={report} />
      ))}
    </Page>
  )
}

function HandOverForm({ personId }: { personId: string }) {
  const { t } = useLingui()
  const colleagues = useCall(listColleagues).data?.items.filter(each => each.id !== personId) ?? []
  const hand = useWrite(handOver, { refreshes: [listHoldings, listAccounts] })
  const initial: { toId: string | null; closeAccount: boolean; reason: string } = {
    ...{ toId: null, closeAccount: true, reason: '' },
  }
  const form = useForm({
    initial,
    check: ({ toId }) => ({ toId: toId ? undefined : t`Choose a person.` }),
    onSubmit: async ({ toId, closeAccount, reason }) => {
      const body = { toId: toId!, closeAccount, reason: reason.trim() || null }
      await hand.mutateAsync({ params: { id: personId }, body })
      toast({ text: t`Everything is handed over. The report stands below.` })
    },
  })
  return (
    <div className="mb-8 max-w-xl">
      <Form form={form} submitLabel={t`Hand everything over`}>
        <ComboBox
          label={t`To whom`}
          isRequired
          choices={colleagues.map(each => ({ id: each.id, label: each.name }))}
          {...form.field('toId')}
        />
        <TextArea
          label={t`Reason`}
          help={<Trans>Stands in the history of every record that is handed over.</Trans>}
          {...form.field('reason')}
        />
        <Checkbox
          isSelected={form.values.closeAccount}
          onChange={form.field('closeAccount').onChange}
        >{t`Close the account of this person as well`}</Checkbox>
      </Form>
    </div>
  )
}

function HeldGroups({ groups }: { groups: Groups }) {
  const { number } = useFormat()
  return (
    <div className="flex flex-col gap-4">
      {groups.map(group => (
        <div key={group.name}>
          <h3 className="mb-1 text-sm font-semibold">
            {group.label} <span className="font-normal text-muted tabular-nums">({number(group.items.length)})</span>
          </h3>
          <ul className="divide-y divide-line border-y border-line text-sm">
            {group.items.map(item => (
              <li key={item.id} className="flex gap-3 py-1.5">
                {item.number && <bdi className="text-muted">{item.number}</bdi>}
                <Link to={item.path} className="min-w-0">
                  <LocalisedText texts={item.title} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function Report({ report }: { report: HandOverReport }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const count = report.groups.reduce((sum, group) => sum + group.items.length, 0)
  return (
    <Section title={t`Report of ${instant(report.at)}`}>
      <p className="-mt-2 mb-3 text-sm text-muted">
        <Trans>
          <bdi>{report.by}</bdi> handed over to <bdi>{report.to.name}</bdi>.
        </Trans>{' '}
        <Plural value={count} one="# record" other="# records" />
        {report.accountClosed && (
          <>
            {' · '}
            <Trans>The account was closed.</Trans>
          </>
        )}
      </p>
      <HeldGroups groups={report.groups} />
    </Section>
  )
}
