import type { Plot, Timestamp } from '@csii/model'
import { DamagedPack, type Coder } from './coder.ts'
import { Followed } from './followed.ts'
import { NumberModel } from './number-model.ts'
import { OrderModel, type Ranked } from './order-model.ts'
import { PlotModel } from './plot-model.ts'
import { RangeDecoder } from './range-decoder.ts'
import { RangeEncoder } from './range-encoder.ts'
import { ascending, byReceipt, groupsOf, MOST_PLOTS, type FlatPlot } from './receipt.ts'

/** The first byte of a pack of plots: the upper half says what it holds, the lower is the version. */
export const PLOTS_VERSION = 0x11

/**
 * Plots in a few bytes each, every number as it is to the last bit. Sorted by time of receipt; those of one time
 * stay in the order in which they came.
 * @throws {RangeError} where they are too many for one pack, or a text is too long for any
 */
export function packPlots(plots: readonly Plot[]): Uint8Array {
  if (plots.length > MOST_PLOTS) throw new RangeError(`a pack holds ${MOST_PLOTS} plots, and these are ${plots.length}`)
  const sorted = byReceipt(plots)
  const coder = new RangeEncoder()
  codePlots(coder, sorted)
  const body = coder.finish()
  const bytes = new Uint8Array(1 + body.length)
  bytes[0] = PLOTS_VERSION
  bytes.set(body, 1)
  return bytes
}

/**
 * The plots of a pack that were true from one time to another, both included.
 * @throws {DamagedPack} where it is none, or is not whole
 */
export function unpackPlots(
  bytes: Uint8Array, from: Timestamp = Number.NEGATIVE_INFINITY, until: Timestamp = Number.POSITIVE_INFINITY,
): Plot[] {
  if (bytes[0] !== PLOTS_VERSION) throw new DamagedPack('it is no pack of plots')
  const plots = codePlots(new RangeDecoder(bytes, 1), [])
  if (from === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY) return plots
  return plots.filter(({ time }) => time >= from && time <= until)
}

/** Stands for the plot that a reader does not have yet. */
const [UNKNOWN] = byReceipt([
  { sensorId: '', time: 0, receivedAt: 0, simulated: false, position: { lat: 0, lon: 0 }, covariance: { ee: 0, en: 0, nn: 0 } },
])

/** What a reader should come to after the last plot. */
const SEAL = 0x5eed

function codePlots(coder: Coder, sorted: readonly FlatPlot[]): Plot[] {
  const groups = groupsOf(sorted)
  const counts = new NumberModel(coder, 2)
  const count = counts.unsigned(sorted.length)
  if (count > MOST_PLOTS) throw new DamagedPack('it says that it has more plots than it can')
  const model = new PlotModel(coder, sorted)
  const read: Read[] = []
  let object: Followed | undefined
  for (let group = 0; read.length < count; group++) {
    const places = groups[group] ?? []
    const length = counts.unsigned(places.length, 1)
    if (length === 0 || length > count - read.length) throw new DamagedPack('an object has more plots than there are')
    object = new Followed(object)
    for (let at = 0; at < length; at++) {
      const rank = places[at] ?? 0
      const plot = model.code(sorted[rank] ?? UNKNOWN!, object)
      read.push({ plot, rank, receivedAt: plot.receivedAt, time: plot.time })
    }
  }
  const plots = inOrder(coder, read)
  if (coder.uniform(SEAL + 1, SEAL) !== SEAL) throw new DamagedPack('it does not end as it should')
  return plots
}

interface Read extends Ranked {
  readonly plot: Plot
  readonly receivedAt: Timestamp
  readonly time: Timestamp
}

function inOrder(coder: Coder, read: Read[]): Plot[] {
  const order = new OrderModel(coder)
  read.sort((a, b) => ascending(a.receivedAt, b.receivedAt) || ascending(a.time, b.time))
  const plots: Plot[] = []
  for (let from = 0; from < read.length; ) {
    const { plot, receivedAt } = read[from]!
    let to = from + 1
    while (to < read.length && ascending(receivedAt, read[to]!.receivedAt) === 0) to++
    if (to === from + 1) plots.push(plot)
    else for (const each of order.code(read.slice(from, to))) plots.push(each.plot)
    from = to
  }
  return plots
}
