import type { Known, PictureRequest, PlayRequest } from '@csii/contract'
import type { Timestamp, Track } from '@csii/model'
import { createFrameBuilder } from '../../screens/frame-builder.ts'
import { Screen, type Outlet } from '../../screens/screen.ts'
import { Viewer } from '../../screens/viewer.ts'
import { intervalOf, momentAt, type Playback, type Span } from './playback.ts'
import { runOf, Stage } from './stage.ts'

/** A moment of one world, and by whose knowledge. */
export interface Moment {
  readonly at: Timestamp
  readonly known: Known
  readonly exercise: boolean
}

/** The tracks of a moment, each with the id `run.serial`. At any moment tracks of one run are believed. */
export type PictureAt = (moment: Moment) => Promise<readonly Track[]>

export interface ReplayPorts {
  readonly pictureAt: PictureAt
  readonly span: () => Span
}

export interface ReplayOutlet extends Outlet {
  /** A sentence for the reader: the moment cannot be shown. */
  complain(detail: string): void
}

/** Room for growth, so that a picture that grows a little does not have to be sent whole. */
const ROOM = 1.5
const FEWEST_ROWS = 256

const CANNOT = 'This moment cannot be shown: what is remembered of it cannot be read now.'

/** One client that is shown the past again, at its own pace. */
export class ReplaySession {
  readonly #outlet: ReplayOutlet
  readonly #ports: ReplayPorts
  readonly #builder = createFrameBuilder()
  #stage: Stage | undefined
  #screen: Screen | undefined
  #view: PictureRequest | undefined
  #playback: Playback | undefined
  #shown: Moment | undefined
  #isSeeking = false
  #hasComplained = false
  #owesAnswer = false
  #nextSeekAt = 0
  #turnedAt = 0

  constructor(outlet: ReplayOutlet, ports: ReplayPorts) {
    this.#outlet = outlet
    this.#ports = ports
  }

  /** The client says where it looks. What it held before is of another session, so it never resumes. */
  look({ resume: _resume, ...view }: PictureRequest, now: Timestamp): void {
    this.#view = view
    this.#screen?.ask(view, now)
  }

  /** The client says what to play. A moment that is still being fetched for an earlier wish is not shown. */
  play(request: PlayRequest, now: Timestamp): void {
    this.#playback = { ...request, since: now }
    this.#nextSeekAt = now
    this.#owesAnswer = true
  }

  turn(now: Timestamp): void {
    this.#turnedAt = now
    if (!this.#playback) return
    const moment = this.#wanted(this.#playback, now)
    if (!this.#isSeeking && this.#isDue(now) && !isSame(moment, this.#shown)) void this.#seek(moment, now)
    if (this.#shown) this.#screen?.turn(now, this.#shown.at)
  }

  #wanted(playback: Playback, now: Timestamp): Moment {
    const { known, exercise } = playback
    return { at: momentAt(playback, now, this.#ports.span()), known, exercise }
  }

  /** A seek further off than an interval was planned by a clock that has been set back since. */
  #isDue(now: Timestamp): boolean {
    return now >= this.#nextSeekAt || this.#nextSeekAt > now + 60_000
  }

  async #seek(moment: Moment, now: Timestamp): Promise<void> {
    const asked = this.#playback
    this.#isSeeking = true
    this.#nextSeekAt = now + intervalOf(asked?.speed ?? 0)
    try {
      const tracks = await this.#ports.pictureAt(moment)
      if (asked !== this.#playback) return
      this.#show(moment, tracks, now)
      // Rests as long as it took, so that no replay keeps the history busy for itself.
      this.#nextSeekAt = Math.max(this.#nextSeekAt, this.#turnedAt + (this.#turnedAt - now))
    } catch {
      if (!this.#hasComplained) this.#outlet.complain(CANNOT)
      this.#hasComplained = true
    } finally {
      this.#isSeeking = false
    }
  }

  #show(moment: Moment, tracks: readonly Track[], now: Timestamp): void {
    const run = tracks.reduce((latest, track) => Math.max(latest, runOf(track)), 0)
    const stage = this.#stage?.holds(run, tracks.length) ? this.#stage : this.#begin(run, tracks.length)
    stage.show(tracks.filter((track) => runOf(track) === run))
    this.#shown = moment
    this.#hasComplained = false
    if (this.#owesAnswer && this.#view) this.#screen?.ask(this.#view, now)
    this.#owesAnswer = false
  }

  /** Serials of another run mean other vessels, so the client starts afresh. */
  #begin(run: number, tracks: number): Stage {
    const stage = new Stage(run, Math.max(FEWEST_ROWS, Math.ceil(tracks * ROOM)))
    this.#stage = stage
    this.#screen = new Screen(this.#outlet, new Viewer(stage.table, run, this.#builder))
    if (this.#view) this.#screen.ask(this.#view, 0)
    return stage
  }
}

const isSame = (a: Moment, b: Moment | undefined): boolean =>
  a.at === b?.at && a.known === b.known && a.exercise === b.exercise
