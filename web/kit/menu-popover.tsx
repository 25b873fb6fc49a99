// The opened menu; fetched when a menu button is first touched.
import { Check } from 'lucide-react'
import * as Aria from 'react-aria-components'
import type { MenuAction, MenuProps, MenuSection } from './menu.tsx'
import type { OpenOverlay } from './overlay-trigger.tsx'

function MenuItem({ item, isChoice }: { item: MenuAction; isChoice: boolean }) {
  const text = item.text ?? (typeof item.label === 'string' ? item.label : undefined)
  return (
    <Aria.MenuItem
      id={item.id}
      {...(text !== undefined && { textValue: text })}
      {...(item.onAction && { onAction: item.onAction })}
      {...(item.href !== undefined && { href: item.href })}
      isDisabled={item.isDisabled ?? item.reason !== undefined}
      className={`option-row group ${item.isDangerous ? 'text-bad' : ''}`}
    >
      {item.icon && <span className="text-muted">{item.icon}</span>}
      <span className="min-w-0 flex-1">
        <span>{item.label}</span>
        {item.reason && <span className="block max-w-64 text-xs text-muted">{item.reason}</span>}
      </span>
      {isChoice && <Check aria-hidden className="invisible size-4 shrink-0 text-accent group-selected:visible" />}
    </Aria.MenuItem>
  )
}

function Section({ section }: { section: MenuSection }) {
  const { selection } = section
  const choice = selection && {
    selectionMode: selection.mode,
    selectedKeys: selection.chosen,
    disallowEmptySelection: selection.mode === 'single',
    onSelectionChange: (keys: Aria.Selection) =>
      selection.onChange(keys === 'all' ? section.items.map(item => item.id) : [...keys].map(String)),
  }
  return (
    <Aria.MenuSection id={section.id} {...choice} {...(!section.title && { 'aria-label': section.id })}>
      {section.title && (
        <Aria.Header className="px-2.5 pt-2 pb-1 text-2xs font-medium text-muted">{section.title}</Aria.Header>
      )}
      {section.items.map(item => (
        <MenuItem key={item.id} item={item} isChoice={selection !== undefined} />
      ))}
    </Aria.MenuSection>
  )
}

export function MenuPopover({
  label,
  sections,
  placement = 'bottom end',
  triggerRef,
  focus,
  close,
}: MenuProps & OpenOverlay) {
  return (
    <Aria.Popover
      isOpen
      onOpenChange={open => !open && close()}
      triggerRef={triggerRef}
      offset={4}
      placement={placement}
      trigger="MenuTrigger"
      aria-label={label}
      className="popover-frame min-w-48"
    >
      <Aria.Menu
        aria-label={label}
        autoFocus={focus}
        onClose={close}
        className="max-h-96 overflow-auto p-1 outline-none"
      >
        {sections
          .filter(section => section.items.length > 0)
          .map((section, index) => [
            index > 0 && <Aria.Separator key={`${section.id}-line`} className="my-1 h-px bg-line" />,
            <Section key={section.id} section={section} />,
          ])}
      </Aria.Menu>
    </Aria.Popover>
  )
}
