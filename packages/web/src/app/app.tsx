import type { SourceView } from '@csii/contract'
import { useMemo, useRef, useState, type RefObject } from 'react'
import { linkStateAt } from '../link/link-state.ts'
import type { Session } from '../link/session.ts'
import type { Chart } from '../map/chart.ts'
import { SensorAlerts } from '../coverage/sensor-alerts.tsx'
import { DetailsPanel } from '../details/details-panel.tsx'
import { ExplanationPanel } from '../explanation/explanation-panel.tsx'
import { isSimulated } from '../picture/track-id.ts'
import { usePicture } from '../picture/use-picture.ts'
import { SightingPanel } from '../sightings/sighting-panel.tsx'
import { useSightingDraft, type SightingDesk } from '../sightings/use-sighting-draft.ts'
import { SourcesPanel } from '../sources/sources-panel.tsx'
import { TextProvider, useText } from '../text/use-text.tsx'
import { GRID_ID } from '../tracks/track-grid.tsx'
import { TrackList } from '../tracks/track-list.tsx'
import { useRows } from '../tracks/use-rows.ts'
import { HelpDialog } from './help-dialog.tsx'
import { LinkNotice } from './link-notice.tsx'
import { MapPane } from './map-pane.tsx'
import type { ScreenState } from './screen-state.ts'
import { TopBar } from './top-bar.tsx'
import { useCommands } from './use-commands.ts'
import { useNow } from './use-now.ts'
import { useScreen, type ChangeScreen } from './use-screen.ts'
import { useWatch } from './use-watch.ts'
import { ViewTabs } from './view-tabs.tsx'

const TICK_MS = 500
/** Near enough to tell the vessels around a selected one apart. */
const NEAR_ZOOM = 10

export function App({ session }: { readonly session: Session }) {
  const [screen, change] = useScreen()
  return (
    <TextProvider locale={screen.locale}>
      <Watch session={session} screen={screen} change={change} />
    </TextProvider>
  )
}

interface WatchProps {
  readonly session: Session
  readonly screen: ScreenState
  readonly change: ChangeScreen
}

function Watch({ session, screen, change }: WatchProps) {
  const localTime = useNow(TICK_MS)
  const now = session.clock.at(localTime)
  const link = linkStateAt(localTime, session.facts())
  const picture = usePicture(session.picture)
  const list = useRows(picture, now, screen.place)
  const [help, setHelp] = useState(false)
  const chart = useRef<Chart>(undefined)
  const searchField = useRef<HTMLInputElement>(null)
  const toggleHelp = () => setHelp((open) => !open)
  useCommands({ screen, change, searchField, toggleFreeze: list.toggleFreeze, toggleDark: () => list.toggleDoubt('dark'), toggleHelp })
  const { selectSerial, selectRow, onMove, skip, closePanel } = useWatch(session, change, chart, screen.panel)
  const desk = useSightingDraft(screen.panel === 'sighting')
  const simulated = useMemo(() => [...picture.contacts.values()].some(isSimulated), [picture])

  return (
    <div className={`watch link-${link.kind} show-${screen.panel}${screen.list ? ' show-list' : ''}`}>
      <a className="skip" href={`#${GRID_ID}`} onClick={skip}>
        <SkipWords />
      </a>
      <TopBar
        screen={screen}
        onChange={change}
        onHelp={() => setHelp(true)}
        link={link}
        simulated={simulated}
        nodeTime={now}
      />
      <div className="notices">
        <LinkNotice link={link} localTime={localTime} now={now} />
        <SensorAlerts now={now} onOpenSources={() => change({ panel: 'sources' })} />
      </div>
      <ViewTabs screen={screen} onChange={change} />
      <main>
        {screen.list && (
          <TrackList
            list={list}
            picture={picture}
            now={now}
            centre={screen.place}
            selected={screen.track}
            onSelect={selectRow}
            searchField={searchField}
          />
        )}
        <MapPane
          session={session}
          screen={screen}
          now={now}
          onSelect={(serial, at) => void (desk.take(at) || selectSerial(serial))}
          onMove={onMove}
          onReady={(next) => (chart.current = next)}
        />
        <SidePanel screen={screen} change={change} now={now} onClose={closePanel} chart={chart} desk={desk} />
      </main>
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

interface SidePanelProps {
  readonly screen: ScreenState
  readonly change: ChangeScreen
  readonly now: number
  readonly onClose: () => void
  readonly chart: RefObject<Chart | undefined>
  readonly desk: SightingDesk
}

function SidePanel({ screen: { panel, track, locale, place, radar }, change, now, onClose, chart, desk }: SidePanelProps) {
  const show = (lat: number, lon: number) => chart.current?.centre({ lat, lon, zoom: Math.max(NEAR_ZOOM, place.zoom) })
  const showCoverage = ({ position }: SourceView) => {
    change({ coverage: true })
    if (position) chart.current?.centre(position)
  }
  const showRadar = ({ id, position }: SourceView) => {
    change({ radar: radar === id ? undefined : id })
    if (position && radar !== id) chart.current?.centre(position)
  }
  if (panel === 'sources')
    return <SourcesPanel now={now} onCoverage={showCoverage} radar={radar} onRadar={showRadar} onClose={onClose} />
  if (panel === 'sighting') return <SightingPanel desk={desk} now={now} middle={place} onShow={show} onClose={onClose} />
  if (panel === 'none') return null
  if (panel === 'explanation') {
    return (
      <ExplanationPanel
        trackId={track}
        now={now}
        onTrack={(next) => change({ track: next })}
        onDetails={() => change({ panel: 'details' })}
        onClose={onClose}
      />
    )
  }
  const explain = () => change({ panel: 'explanation' })
  return <DetailsPanel trackId={track} now={now} locale={locale} onClose={onClose} onShow={show} onExplain={explain} />
}

const SkipWords = () => useText()('app.skip')
