// Export of what is seen, and the private calendar link, behind one button.
import { useLingui } from '@lingui/react/macro'
import { CalendarPlus, Download, FileSpreadsheet, FileText } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { exportPortfolio, type PortfolioFilter, type PortfolioSort } from '#modules/agreements/portfolio.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { Button } from '../../../kit/button.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { saveDownload } from '../saved-download.ts'

const FeedDialog = lazy(() => import('./feed-dialog.tsx').then(file => ({ default: file.FeedDialog })))

export interface ExportQuery {
  filter: PortfolioFilter
  sort?: PortfolioSort | undefined
  direction?: 'asc' | 'desc' | undefined
}

type Format = 'csv' | 'xlsx' | 'json'

/** Saves the agreements of a filter as a file; says how it went when it does not. */
export function useExport() {
  const { t } = useLingui()
  const [isBusy, setBusy] = useState(false)
  const save = async (format: Format, { filter, sort, direction }: ExportQuery) => {
    setBusy(true)
    try {
      const query = { ...filter, format, ...(sort && { sort }), ...(direction && { direction }) }
      await saveDownload(exportPortfolio, query, `${t`agreements`}.${format}`)
    } catch (error) {
      toast({ tone: 'bad', text: sentenceFor(error) })
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, save }
}

export function ExportMenu({ query }: { query: ExportQuery }) {
  const { t } = useLingui()
  const { isBusy, save } = useExport()
  const [isFeedOpen, setFeedOpen] = useState(false)
  const file = <FileText aria-hidden className="size-4" />
  return (
    <>
      <Menu
        label={t`Export and calendar`}
        trigger={
          <Button isPending={isBusy} icon={<Download aria-hidden className="size-4 text-muted" />}>{t`Export`}</Button>
        }
        sections={[
          {
            id: 'files',
            title: t`What you see, with the original columns`,
            items: [
              {
                id: 'xlsx',
                label: t`Excel workbook (XLSX)`,
                icon: <FileSpreadsheet aria-hidden className="size-4" />,
                onAction: () => void save('xlsx', query),
              },
              { id: 'csv', label: t`Text table (CSV)`, icon: file, onAction: () => void save('csv', query) },
              { id: 'json', label: t`For programs (JSON)`, icon: file, onAction: () => void save('json', query) },
            ],
          },
          {
            id: 'calendar',
            items: [
              {
                id: 'feed',
                label: t`Calendar link for expiries …`,
                icon: <CalendarPlus aria-hidden className="size-4" />,
                onAction: () => setFeedOpen(true),
              },
            ],
          },
        ]}
      />
      {isFeedOpen && (
        <Suspense>
          <FeedDialog filter={query.filter} onClose={() => setFeedOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
