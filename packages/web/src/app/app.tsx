import { useMemo, useRef, useState } from 'react'
import { useHealth } from '../api/api.ts'
import { linkStateAt } from '../link/link-state.ts'
import type { Session } from '../link/session.ts'
import type { Chart } from '../map/chart.ts'
import { SensorAlerts } from '../coverage/sensor-alerts.tsx'
import { isSimulated } from '../picture/track-id.ts'
import { usePicture } from '../picture/use-picture.ts'
import { useSightingDraft } from '../sightings/use-sighting-draft.ts'
import { TextProvider, useText } from '../text/use-text.tsx'
import { GRID_ID } from '../tracks/track-grid.tsx'
import { TrackList } from '../tracks/track-list.tsx'
import { useRows } from '../tracks/use-rows.ts'
import { HelpDialog } from './help-dialog.tsx'
import { LinkNotice } from './link-notice.tsx'
import { MapPane } from './map-pane.tsx'
import { RecordNotice } from './record-notice.tsx'
import type { ScreenState } from './screen-state.ts'
import { SidePanel } from './side-panel.tsx'
import { TopBar } from './top-bar.tsx'
import { useCommands } from './use-commands.ts'
import { useNow } from './use-now.ts'
import { useScreen, type ChangeScreen } from './use-screen.ts'
import { useWatch } from './use-watch.ts'
import { ViewTabs } from './view-tabs.tsx'

const TICK_MS = 500

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
  const { data: health } = useHealth()
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
        <RecordNotice record={health?.record} now={now} />
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

const SkipWords = () => useText()('app.skip')
