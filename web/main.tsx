// Starts the web app: texts first, then routes and providers.
import './styles.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { forgetOldDrafts } from './core/drafts.ts'
import { startTexts } from './core/i18n.ts'
import { keepChoicesOnServer } from './core/session.ts'

const place = document.getElementById('root')
if (place) {
  await startTexts()
  keepChoicesOnServer()
  forgetOldDrafts()
  createRoot(place).render(<App />)
}
