import type { PreviewLine } from '@csii/contract'
import { createSharedMemory, recogniseFormat } from '@csii/codecs'
import { sigmaOf } from '@csii/fusion'
import type { Plot, SensorKind, SensorSink } from '@csii/model'
import { InstalledSensor } from '../pipeline/installed-sensor.ts'
import type { Intake } from '../pipeline/intake.ts'
import type { Chunk } from '../pipeline/messages.ts'
import type { SourceConfig } from '../platform/config.ts'
import { printable } from './printable.ts'
import { createProposer } from './proposer.ts'
import { createRecogniser } from './recogniser.ts'

/** The kind of a source whose format nobody has named. */
export const AUTO = 'auto'

export interface PreviewOptions {
  /** Its kind may be `AUTO`. */
  readonly source: SourceConfig
  readonly kinds: readonly SensorKind[]
  readonly tell: (line: PreviewLine) => void
}

/** Reads a source apart from the pipeline, so that a person sees what it brings before it is taken in. */
export interface Preview {
  /** Reads at once. Takes so many bytes a second and no more: it runs beside everything else the node does. */
  readonly intake: Intake
  /** Every quarter of a second. */
  tick(now: number): void
  /** Every second: tells the counts, and takes as many bytes again. */
  second(bytes: number, dropped: number): void
}

const BYTES_A_SECOND = 256 * 1024
/** Of one piece: a whole document of a server may be larger, and reading it would hold up everything else. */
const LARGEST_PIECE = 1024 * 1024
/** What a person can follow. */
const OBSERVATIONS_A_SECOND = 20
const PROBLEMS_A_SECOND = 5
const LONGEST_SAMPLE = 256

export function createPreview({ source, kinds, tell }: PreviewOptions): Preview {
  const shown = createQuota(tell)
  const recogniser = createRecogniser(recogniseFormat)
  let sensor = source.kind === AUTO ? undefined : install(source, kinds, shown.sink)
  let kindId = source.kind
  let bytesLeft = BYTES_A_SECOND
  const resumes: (() => void)[] = []
  const proposer = createProposer(tell)

  function read(piece: Omit<Chunk, 'sensor'>): void {
    if (sensor) return sensor.take(piece)
    const kind = recogniser.add(piece)
    if (kind === undefined) return
    tell({ kind })
    kindId = kind
    sensor = install({ ...source, kind }, kinds, shown.sink)
    for (const earlier of recogniser.pieces()) sensor.take(earlier)
  }

  return {
    intake: {
      offer(_id, bytes, receivedAt, datagram, stream = 0) {
        if (bytesLeft <= 0) return false
        bytesLeft -= bytes.length
        proposer.add(bytes)
        if (bytes.length > LARGEST_PIECE) shown.sink.problem('overflow', bytes, 0, LONGEST_SAMPLE)
        else read({ stream, bytes, receivedAt, datagram })
        return true
      },
      whenRoom: (_id, resume) => void resumes.push(resume),
      end: (_id, receivedAt, stream = 0) => read({ stream, bytes: undefined, receivedAt, datagram: false }),
    },
    tick: (now) => sensor?.tick(now),
    second(bytes, dropped) {
      const sample = recogniser.sample().subarray(0, LONGEST_SAMPLE)
      proposer.propose(kinds.find(({ id }) => id === kindId), source.options)
      if (!sensor && bytes > 0) tell({ problem: 'unrecognised', text: printable(sample) })
      tell({ counts: { bytes, dropped, ...(sensor?.counts() ?? NOTHING_READ), ...shown.counts() } })
      shown.refill()
      bytesLeft = BYTES_A_SECOND
      for (const resume of resumes.splice(0)) resume()
    },
  }
}

const NOTHING_READ = { received: 0, decoded: 0, duplicates: 0, pending: 0, problems: {} }

function install(source: SourceConfig, kinds: readonly SensorKind[], sink: SensorSink): InstalledSensor {
  const kind = kinds.find(({ id }) => id === source.kind)
  if (!kind) throw new Error(`There is no kind of sensor ${source.kind}`)
  return new InstalledSensor(source, kind, createSharedMemory(), sink)
}

/** Counts everything that a reader says, and tells as much of it as people can follow. */
function createQuota(tell: (line: PreviewLine) => void) {
  const counts = { plots: 0, statements: 0, measurements: 0, unshown: 0 }
  let observations = OBSERVATIONS_A_SECOND
  let problems = PROBLEMS_A_SECOND

  function observe(line: () => PreviewLine): void {
    if (observations-- > 0) tell(line())
    else counts.unshown++
  }

  const sink: SensorSink = {
    plot(plot) {
      counts.plots++
      observe(() => ({ plot: viewOf(plot) }))
    },
    statement({ time, claim }) {
      counts.statements++
      observe(() => ({ statement: { time, claim: { ...claim } } }))
    },
    measurement({ time, asset, path, value }) {
      counts.measurements++
      observe(() => ({ measurement: { time, asset, path, value } }))
    },
    problem(problem, bytes, from, to) {
      if (problems-- > 0) tell({ problem, text: printable(bytes.subarray(from, Math.min(to, from + LONGEST_SAMPLE))) })
      else counts.unshown++
    },
  }
  return {
    sink,
    counts: () => ({ ...counts }),
    refill() {
      observations = OBSERVATIONS_A_SECOND
      problems = PROBLEMS_A_SECOND
    },
  }
}

const viewOf = ({ time, position, covariance, speed, courseDeg, altitude, sensorTrack, claim }: Plot) => ({
  time,
  position,
  sigma: sigmaOf(covariance),
  ...(speed !== undefined && { speed }),
  ...(courseDeg !== undefined && { courseDeg }),
  ...(altitude !== undefined && { altitude }),
  ...(sensorTrack !== undefined && { sensorTrack }),
  ...(claim && { claim: { ...claim } }),
})
