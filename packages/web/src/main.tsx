import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { openSession } from './link/session.ts'
import 'virtual:openbridge-tokens.css'
import './theme/base.css'
import './theme/top-bar.css'
import './theme/panels.css'
import './theme/tracks.css'
import './theme/map.css'
import './theme/sources.css'
import './theme/coverage.css'
import './theme/fusion.css'
import './theme/sightings.css'
import './theme/narrow.css'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element #root')
const session = openSession()
const queries = new QueryClient()

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App session={session} />
    </QueryClientProvider>
  </StrictMode>,
)
