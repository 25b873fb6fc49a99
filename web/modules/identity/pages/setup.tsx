// First set-up, in steps that can be visited again: administrator, home organisations, official registry, first spreadsheet.
import { Trans, useLingui } from '@lingui/react/macro'
import { may, type Session, useSession } from '../../../core/session.ts'
import { readOneOf, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { useDocumentTitle } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { Wizard, type WizardStep } from '../../../kit/wizard.tsx'
import { useLinkToken } from '../link-token.ts'
import { AdministratorStep } from '../setup/administrator-step.tsx'
import { HomeStep } from '../setup/home-step.tsx'
import { RegistryStep } from '../setup/registry-step.tsx'
import { SpreadsheetStep } from '../setup/spreadsheet-step.tsx'

const stepIds = ['administrator', 'home', 'registry', 'spreadsheet'] as const
type StepId = (typeof stepIds)[number]
const readers = { step: readOneOf(stepIds) }

/** The step that is due when the address names none or one that cannot be taken yet. */
function stepFor(session: Session, wanted: StepId | undefined): StepId {
  if (!session.installation.hasAdministrator) return 'administrator'
  if (wanted && wanted !== 'administrator') return wanted
  return session.installation.setUp ? 'spreadsheet' : 'home'
}

export function SetupPage() {
  const { t } = useLingui()
  const session = useSession()
  useDocumentTitle(t`Set up Concord`)
  return (
    <main className="flex flex-1 justify-center px-4 pt-8 pb-16 md:pt-[6vh]">
      <div className="w-full max-w-3xl">
        <h1 className="mb-6 text-xl font-semibold tracking-tight rtl:tracking-normal">
          <Trans>Set up Concord</Trans>
        </h1>
        {session ? <SetupSteps session={session} /> : <SkeletonText lines={8} />}
      </div>
    </main>
  )
}

function SetupSteps({ session }: { session: Session }) {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const token = useLinkToken()
  const { hasAdministrator, setUp } = session.installation
  if (hasAdministrator && !may(session, 'administer')) return <NotYours session={session} />
  const current = stepFor(session, url.step)
  const go = (step: StepId) => change({ step }, { push: true })
  const later = hasAdministrator ? 'open' : 'later'
  const steps: WizardStep[] = [
    { id: 'administrator', label: t`You`, state: hasAdministrator ? 'done' : 'open' },
    { id: 'home', label: t`Your organisation`, state: setUp ? 'done' : later },
    { id: 'registry', label: t`Official registry`, state: later },
    { id: 'spreadsheet', label: t`Your spreadsheet`, state: later },
  ]
  const content: Record<StepId, () => React.ReactNode> = {
    administrator: () => <AdministratorStep token={token} onDone={() => go('home')} />,
    home: () => <HomeStep onDone={() => go('registry')} onRegistryFirst={() => go('registry')} />,
    registry: () => <RegistryStep onDone={() => go(setUp ? 'spreadsheet' : 'home')} hasHome={setUp} />,
    spreadsheet: () => <SpreadsheetStep />,
  }
  return (
    <Wizard
      label={t`Steps of the set-up`}
      steps={steps}
      currentId={current}
      onStep={id => id !== 'administrator' && go(id as StepId)}
    >
      {content[current]()}
    </Wizard>
  )
}

function NotYours({ session }: { session: Session }) {
  const { t } = useLingui()
  return (
    <Banner
      title={t`Concord is set up by its administrators`}
      actions={
        session.person ? (
          <LinkButton to="/" size="small">{t`Go to the first page`}</LinkButton>
        ) : (
          <LinkButton to="/sign-in" size="small">{t`Sign in`}</LinkButton>
        )
      }
    >
      <Trans>An administrator exists already, so the link of the terminal works no more.</Trans>
    </Banner>
  )
}
