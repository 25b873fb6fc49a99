// Everything of the kit that is neither a field nor a list.
import { Download, FileSignature, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../core/format.ts'
import { useReader } from '../../core/reader.ts'
import { Banner } from '../../kit/banner.tsx'
import { Bar } from '../../kit/bar.tsx'
import { Bdi, LocalisedText } from '../../kit/bdi.tsx'
import { Button, IconButton } from '../../kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../kit/dialog.tsx'
import { Drawer } from '../../kit/drawer.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Link, LinkButton } from '../../kit/link.tsx'
import { Menu } from '../../kit/menu.tsx'
import { NumberTile, NumberTiles } from '../../kit/number-tile.tsx'
import { Page, PageHeader, Section } from '../../kit/page.tsx'
import { ProgressReport } from '../../kit/progress.tsx'
import { SkeletonBox, SkeletonRows, SkeletonText } from '../../kit/skeleton.tsx'
import { StatusDot } from '../../kit/status-dot.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { RemovableTag, Tag } from '../../kit/tag.tsx'
import { toast } from '../../kit/toasts.tsx'
import { Doubt, Wizard } from '../../kit/wizard.tsx'
import { galleryWords } from './gallery-words.ts'

function Buttons() {
  const words = galleryWords[useReader().language]
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'drawer' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onPress={() => setOpen('dialog')}>
        {words.newAgreement}
      </Button>
      <Button onPress={() => toast({ text: words.event[0], undo: () => {} })}>{words.save}</Button>
      <Button variant="quiet" onPress={() => setOpen('drawer')}>
        {words.import}
      </Button>
      <Button variant="danger" onPress={() => setOpen('confirm')}>
        {words.remove}
      </Button>
      <Button isDisabled>{words.disabled}</Button>
      <Button variant="primary" isPending>
        {words.save}
      </Button>
      <Button size="small">{words.import}</Button>
      <IconButton label={words.save}>
        <Download aria-hidden className="size-4" />
      </IconButton>
      <LinkButton to="/kit">{words.title}</LinkButton>
      <Link to="/kit">{words.title}</Link>
      <Menu
        label={words.title}
        sections={[
          {
            id: 'a',
            items: [
              { id: 'edit', label: words.save, icon: <Pencil className="size-4" /> },
              { id: 'no', label: words.newAgreement, icon: <Plus className="size-4" />, reason: words.help },
            ],
          },
          {
            id: 'b',
            items: [{ id: 'del', label: words.remove, icon: <Trash2 className="size-4" />, isDangerous: true }],
          },
        ]}
      />
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title={words.newAgreement}
        actions={
          <Button variant="primary" onPress={close}>
            {words.save}
          </Button>
        }
      >
        <p className="text-sm">{words.long}</p>
      </Dialog>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onClose={close}
        title={words.remove}
        consequence={words.consequence}
        action={words.confirm}
        isDangerous
        onConfirm={() => {}}
      />
      <Drawer isOpen={open === 'drawer'} onClose={close} title={words.import}>
        <p className="p-6 text-sm">{words.emptyHelp}</p>
      </Drawer>
    </div>
  )
}

export function GalleryParts() {
  const words = galleryWords[useReader().language]
  const { number, percent } = useFormat()
  const [step, setStep] = useState('2')
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: words.agreements, to: '/kit' }]}
        number="MoU-2026-0417"
        title={words.topics[1]}
        status={<StatusDot tone="ok">{words.active}</StatusDot>}
        subtitle={<Bdi>{words.partners[0] ?? ''}</Bdi>}
        actions={
          <>
            <Button>{words.import}</Button>
            <Button variant="primary">{words.save}</Button>
          </>
        }
      />
      <NumberTiles>
        <NumberTile label={words.agreements} value={number(1204)} note={percent(0.62)} link={{ to: '/kit' }} />
        <NumberTile label={words.expiring} value={number(37)} tone="warn" link={{ to: '/kit' }} isCurrent />
        <NumberTile label={words.expired} value={number(112)} tone="bad" />
        <NumberTile label={words.draft} value={undefined} tone="quiet" />
      </NumberTiles>
      <Section title="Button, Menu, Dialog, Toast">
        <Buttons />
      </Section>
      <Section title="StatusDot, Tag, LocalisedText">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3 text-sm">
          <StatusDot tone="ok">{words.active}</StatusDot>
          <StatusDot tone="warn">{words.expiring}</StatusDot>
          <StatusDot tone="bad">{words.expired}</StatusDot>
          <StatusDot tone="info">{words.review}</StatusDot>
          <StatusDot tone="quiet">{words.draft}</StatusDot>
          <Tag>{words.topics[2]}</Tag>
          <RemovableTag label={words.country} onRemove={() => {}}>
            {words.country}
          </RemovableTag>
          <LocalisedText
            texts={{ en: 'North Coast University', fa: 'دانشگاه ساحل شمالی', ru: 'Университет Северного побережья' }}
            original="ru"
          />
          <LocalisedText texts={null} />
        </div>
      </Section>
      <Section title="Banner">
        <div className="flex flex-col gap-2">
          <Banner tone="info">{words.emptyHelp}</Banner>
          <Banner tone="ok">{words.event[0]}</Banner>
          <Banner tone="warn" title={words.expiring} actions={<Button size="small">{words.save}</Button>}>
            {words.help}
          </Banner>
          <Banner tone="bad">{words.error}</Banner>
        </div>
      </Section>
      <Section title="Bar, ProgressReport">
        <div className="flex max-w-xl flex-col gap-4">
          <Bar delivered={4} expected={5} promised={8} tone="warn" unit={words.person} />
          <Bar delivered={8} expected={8} promised={8} tone="ok" unit={words.person} />
          <Bar delivered={11} expected={12} promised={8} tone="ok" unit={words.person} />
          <Bar delivered={0} expected={0} promised={5} tone="bad" unit={words.person} />
          <ProgressReport
            title={words.import}
            done={4210}
            total={10_000}
            rate={523.4}
            secondsLeft={11}
            onCancel={() => {}}
          />
          <ProgressReport title={words.steps[3] ?? ''} done={210} total={null} />
        </div>
      </Section>
      <Section title="Wizard, Doubt">
        <Wizard
          label={words.import}
          currentId={step}
          onStep={setStep}
          steps={words.steps.map((label, index) => ({
            id: String(index),
            label,
            state: index < 2 ? 'done' : index === 2 ? 'open' : 'later',
            ...(index === 2 && { note: number(12) }),
          }))}
          actions={<Button variant="primary">{words.save}</Button>}
        >
          <Doubt doubt={words.doubt} evidence={words.evidence}>
            {words.partners.slice(0, 2).map(partner => (
              <Button key={partner} size="small">
                <Bdi>{partner}</Bdi>
              </Button>
            ))}
          </Doubt>
        </Wizard>
      </Section>
      <Section title="Tabs, EmptyState, Skeleton">
        <Tabs
          label={words.agreement}
          tabs={[
            {
              id: 'empty',
              label: words.empty,
              content: () => (
                <EmptyState
                  icon={<FileSignature />}
                  title={words.empty}
                  actions={<Button variant="primary">{words.import}</Button>}
                >
                  {words.emptyHelp}
                </EmptyState>
              ),
            },
            { id: 'rows', label: words.agreements, count: number(12), content: () => <SkeletonRows rows={3} /> },
            {
              id: 'text',
              label: words.status,
              content: () => (
                <>
                  <SkeletonText />
                  <div className="h-4" />
                  <SkeletonBox height={80} />
                </>
              ),
            },
          ]}
        />
      </Section>
    </Page>
  )
}
