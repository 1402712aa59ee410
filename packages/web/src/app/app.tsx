import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { linkStateAt } from '../link/link-state.ts'
import type { Session } from '../link/session.ts'
import { createSwitchboard, type Switchboard } from '../link/switchboard.ts'
import type { Chart } from '../map/chart.ts'
import { MomentContext } from '../picture/moment.ts'
import type { Picture } from '../picture/picture-store.ts'
import { isSimulated } from '../picture/track-id.ts'
import { usePicture } from '../picture/use-picture.ts'
import type { ReplayState } from '../replay/replay-state.ts'
import { useReplay, useShownMoment, type Replay } from '../replay/use-replay.ts'
import { useSightingDraft } from '../sightings/use-sighting-draft.ts'
import { TextProvider, useText } from '../text/use-text.tsx'
import { GRID_ID } from '../tracks/track-grid.tsx'
import { TrackList } from '../tracks/track-list.tsx'
import { useRows } from '../tracks/use-rows.ts'
import { HelpDialog } from './help-dialog.tsx'
import { MapPane } from './map-pane.tsx'
import { Notices } from './notices.tsx'
import type { ScreenState } from './screen-state.ts'
import { SidePanel } from './side-panel.tsx'
import { TopBar } from './top-bar.tsx'
import { useCommands } from './use-commands.ts'
import { useNow } from './use-now.ts'
import { usePast, type Past } from './use-past.ts'
import { useScreen, type ChangeScreen } from './use-screen.ts'
import { useWatch } from './use-watch.ts'
import { ViewTabs } from './view-tabs.tsx'

const TICK_MS = 500
/** Replayed time may run an hour a second. */
const REPLAY_TICK_MS = 125

const TimeBar = lazy(() => import('../replay/time-bar.tsx').then((module) => ({ default: module.TimeBar })))

export function App({ session }: { readonly session: Session }) {
  const [screen, change] = useScreen()
  const board = useMemo(() => createSwitchboard(session), [session])
  const replay = useReplay(board)
  const picture = usePicture(board.picture)
  const moment = useShownMoment(replay.state, picture.nodeTime)
  return (
    <TextProvider locale={screen.locale}>
      <MomentContext value={moment}>
        <Watch live={session} board={board} replay={replay} picture={picture} screen={screen} change={change} />
      </MomentContext>
    </TextProvider>
  )
}

interface WatchProps {
  readonly live: Session
  /** What is shown: the live session, or one of the past. */
  readonly board: Switchboard
  readonly replay: Replay
  readonly picture: Picture
  readonly screen: ScreenState
  readonly change: ChangeScreen
}

function Watch({ live, board, replay, picture, screen, change }: WatchProps) {
  const localTime = useNow(replay.state ? REPLAY_TICK_MS : TICK_MS)
  const now = board.clock.at(localTime)
  const liveNow = live.clock.at(localTime)
  const link = linkStateAt(localTime, board.facts())
  const list = useRows(picture, now, screen.place)
  const [help, setHelp] = useState(false)
  const chart = useRef<Chart>(undefined)
  const searchField = useRef<HTMLInputElement>(null)
  const toggleHelp = () => setHelp((open) => !open)
  const past = usePast(replay, picture, screen, change, chart)
  useCommands({
    screen, change, searchField, toggleFreeze: list.toggleFreeze, toggleDark: () => list.toggleDoubt('dark'), toggleHelp, toggleReplay: past.toggle,
  })
  const { selectSerial, selectRow, onMove, skip, closePanel } = useWatch(board, change, chart, screen.panel, past.onView)
  const desk = useSightingDraft(screen.panel === 'sighting')
  const simulated = useMemo(() => [...picture.contacts.values()].some(isSimulated), [picture])
  const isReplay = replay.state !== undefined

  return (
    <div className={`watch link-${link.kind} show-${screen.panel}${screen.list ? ' show-list' : ''}${isReplay ? ' is-replay' : ''}`}>
      <a className="skip" href={`#${GRID_ID}`} onClick={skip}>
        <SkipWords />
      </a>
      <TopBar
        screen={screen} onChange={change} onHelp={() => setHelp(true)} link={link} simulated={simulated} nodeTime={now} isReplay={isReplay}
      />
      <Notices link={link} replay={replay} localTime={localTime} now={now} liveNow={liveNow} locale={screen.locale} change={change} onLeave={past.toggle} />
      <ViewTabs screen={screen} onChange={change} isReplay={isReplay} onReplay={past.toggle} />
      <main>
        {screen.list && (
          <TrackList
            list={list} picture={picture} now={now} centre={screen.place} selected={screen.track} onSelect={selectRow} searchField={searchField}
          />
        )}
        <MapPane
          session={board}
          found={past.search.found}
          screen={screen}
          now={now}
          onSelect={(serial, at) => void (desk.take(at) || selectSerial(serial))}
          onMove={onMove}
          onReady={(next) => (chart.current = next)}
        />
        <SidePanel screen={screen} change={change} now={now} liveNow={liveNow} onClose={closePanel} chart={chart} desk={desk} past={past} />
      </main>
      {replay.state && <Timeline replay={replay} state={replay.state} now={now} past={past} screen={screen} change={change} />}
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

interface TimelineProps extends Pick<WatchProps, 'replay' | 'screen' | 'change'> {
  readonly state: ReplayState
  readonly now: number
  readonly past: Past
}

/** The time bar, which is loaded when the past is first shown. */
function Timeline({ replay, state, now, past: { view }, screen: { locale, panel }, change }: TimelineProps) {
  const search = () => change({ panel: panel === 'history' ? 'none' : 'history' })
  return (
    <Suspense fallback={<div className="time-bar" />}>
      <TimeBar replay={replay} state={state} now={now} locale={locale} view={view} onSearch={search} />
    </Suspense>
  )
}

const SkipWords = () => useText()('app.skip')
