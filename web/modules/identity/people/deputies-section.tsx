// Who stands in for me while I am away, and for whom I stand in.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { listColleagues } from '#core/identity/identity.contract.ts'
import { addDeputy, type Deputyship, endDeputy, listOwnDeputies } from '#core/identity/people/people.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { ComboBox } from '../../../kit/combo-box.tsx'
import { DateField } from '../../../kit/date-field.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

export function DeputiesSection() {
  const { t } = useLingui()
  const { data, error } = useCall(listOwnDeputies)
  const [isNaming, setNaming] = useState(false)
  const end = useWrite(endDeputy, {
    refreshes: [listOwnDeputies],
    onDone: () => toast({ text: t`The deputy no longer stands in.` }),
  })
  const problem = error ?? end.error
  return (
    <Section title={t`When I am away`} actions={<Button onPress={() => setNaming(true)}>{t`Name a deputy`}</Button>}>
      <p className="-mt-2 mb-2 text-sm text-muted">
        <Trans>
          A deputy may do here what you may do, from a day until a day. What they do then is recorded with their name
          and yours. Administering is not passed on.
        </Trans>
      </p>
      {problem && <Banner tone="bad">{sentenceFor(problem)}</Banner>}
      {!data && !error && <SkeletonText lines={2} />}
      <ul className="divide-y divide-line">
        {data?.items.map(one => (
          <DeputyLine
            key={one.id}
            one={one}
            isPending={end.isPending}
            onEnd={() => end.mutate({ params: { id: one.id } })}
          />
        ))}
      </ul>
      {isNaming && <DeputyDialog onClose={() => setNaming(false)} />}
    </Section>
  )
}

function DeputyLine({ one, onEnd, isPending }: { one: Deputyship; onEnd: () => void; isPending: boolean }) {
  const { t } = useLingui()
  const { dateRange } = useFormat()
  const isMine = useSession()?.person?.id === one.person.id
  return (
    <li className="flex items-start gap-3 py-3">
      <div className="min-w-0 flex-1">
        <span className="block font-medium">
          {isMine ? (
            <Trans>
              <bdi>{one.deputy.name}</bdi> stands in for me
            </Trans>
          ) : (
            <Trans>
              I stand in for <bdi>{one.person.name}</bdi>
            </Trans>
          )}
        </span>
        <span className="block text-xs text-muted">
          {dateRange(one.validFrom, one.validUntil)}
          {one.note && (
            <>
              {' · '}
              <bdi>{one.note}</bdi>
            </>
          )}
        </span>
      </div>
      <Button size="small" isDisabled={isPending} onPress={onEnd}>{t`End it now`}</Button>
    </li>
  )
}

function DeputyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const session = useSession()
  const today = session?.installation.today ?? null
  const colleagues = useCall(listColleagues).data?.items.filter(each => each.id !== session?.person?.id)
  const name = useWrite(addDeputy, { refreshes: [listOwnDeputies] })
  const initial: { deputyId: string | null; validFrom: string | null; validUntil: string | null; note: string } = {
    ...{ deputyId: null, validFrom: today, validUntil: null, note: '' },
  }
  const form = useForm({
    initial,
    check: values => ({
      deputyId: values.deputyId ? undefined : t`Choose a person.`,
      validFrom: values.validFrom ? undefined : t`Choose the first day.`,
      validUntil: values.validUntil ? undefined : t`Choose the last day.`,
    }),
    onSubmit: async ({ deputyId, validFrom, validUntil, note }) => {
      await name.mutateAsync({
        body: { deputyId: deputyId!, validFrom: validFrom!, validUntil: validUntil!, note: note.trim() || null },
      })
      toast({ text: t`The deputy is named.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Name a deputy`}>
      <Form form={form} submitLabel={t`Name the deputy`} onCancel={onClose}>
        <ComboBox
          label={t`Deputy`}
          isRequired
          choices={(colleagues ?? []).map(each => ({ id: each.id, label: each.name }))}
          {...form.field('deputyId')}
        />
        <FormRow>
          <DateField label={t`First day`} isRequired {...form.field('validFrom')} />
          <DateField label={t`Last day`} isRequired min={form.values.validFrom} {...form.field('validUntil')} />
        </FormRow>
        <TextField label={t`Note`} help={<Trans>For example: parental leave.</Trans>} {...form.field('note')} />
      </Form>
    </Dialog>
  )
}
