// How I am mailed: for each kind at once, in a digest or not at all; when digests come; whether mail reaches me.
import { Trans, useLingui } from '@lingui/react/macro'
import { changeMailChoices, getMailChoices, type MailChoices } from '#modules/notifications/mail/mail.contract.ts'
import { type MailMode, mailModes, mailModeTerms } from '#modules/notifications/mail/mail.terms.ts'
import { notificationKinds, notificationKindTerms } from '#modules/notifications/notification.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form, FormRow, FormSection } from '../../../kit/form.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { Select } from '../../../kit/select.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { useWeekdays } from '../weekdays.ts'

export function MailSettingsPage() {
  const { t } = useLingui()
  const answer = useCall(getMailChoices)
  return (
    <Page width="form">
      <PageHeader
        title={t`What is mailed to me`}
        crumbs={[{ label: t`Notifications`, to: '/notifications' }]}
        subtitle={answer.data && <bdi>{answer.data.address}</bdi>}
      />
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {answer.isPending && <SkeletonRows rows={8} />}
      {answer.data && (
        <>
          <Delivery choices={answer.data} />
          <ChoicesForm choices={answer.data} />
        </>
      )}
    </Page>
  )
}

function Delivery({ choices: { delivers, trouble } }: { choices: MailChoices }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  if (!delivers)
    return (
      <Banner tone="info" className="mb-5">
        <Trans>This installation sends no mail yet. Your choices are kept; until then everything is told here.</Trans>
      </Banner>
    )
  if (!trouble) return null
  const at = instant(trouble.at)
  return (
    <Banner tone="warn" className="mb-5" title={t`Mail does not reach you`}>
      <Trans>
        On {at} the mail server refused your address: <bdi dir="ltr">{trouble.answer}</bdi>. Ask an administrator to
        correct the address or the mailbox.
      </Trans>
    </Banner>
  )
}

function useMoments() {
  const { reader } = useFormat()
  const hours = new Intl.DateTimeFormat(reader.locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
  const days = useWeekdays()
  return {
    hours: Array.from({ length: 24 }, (_, hour) => ({
      id: String(hour),
      label: hours.format(new Date(Date.UTC(2023, 0, 2, hour))),
    })),
    days,
  }
}

const follow = 'follow'
const pairs = notificationKinds.flatMap((_, nth) => (nth % 2 === 0 ? [notificationKinds.slice(nth, nth + 2)] : []))

function ChoicesForm({ choices }: { choices: MailChoices }) {
  const { t } = useLingui()
  const term = useTerm()
  const { hours, days } = useMoments()
  const save = useWrite(changeMailChoices, { refreshes: [getMailChoices] })
  const { hour, weekday, timeZone, modes } = choices
  const form = useForm({
    initial: { ...modes, hour: String(hour), weekday: String(weekday), timeZone: timeZone ?? follow },
    draftKey: 'notifications.mail',
    onSubmit: async values => {
      const { hour: at, weekday: on, timeZone: zone, ...chosen } = values
      await save.mutateAsync({
        body: { modes: chosen, hour: Number(at), weekday: Number(on), timeZone: zone === follow ? null : zone },
      })
      toast({ text: t`Your choices were saved.` })
    },
  })
  const modeChoices = mailModes.map(id => ({ id, label: term(mailModeTerms[id]) }))
  const zones = Intl.supportedValuesOf('timeZone').map(zone => ({ id: zone, label: zone.replaceAll('_', ' ') }))
  return (
    <Form form={form} submitLabel={t`Save`}>
      <FormSection title={t`How`} help={t`Everything stands here in any case. What you have read is not mailed.`}>
        {pairs.map(pair => (
          <FormRow key={pair[0]}>
            {pair.map(kind => (
              <Select<MailMode>
                key={kind}
                label={term(notificationKindTerms[kind])}
                choices={modeChoices}
                {...form.field(kind)}
              />
            ))}
          </FormRow>
        ))}
      </FormSection>
      <FormSection title={t`When digests come`}>
        <FormRow>
          <Select<string> label={t`Hour`} choices={hours} {...form.field('hour')} />
          <Select<string> label={t`Day of the weekly digest`} choices={days} {...form.field('weekday')} />
        </FormRow>
        <Select<string>
          label={t`Time zone`}
          choices={[{ id: follow, label: t`As on the pages` }, ...zones]}
          {...form.field('timeZone')}
        />
      </FormSection>
    </Form>
  )
}
