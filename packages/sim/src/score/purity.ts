import type { Association } from './scenario.ts'

/** How well plots were put to tracks. */
export interface Purity {
  /** The share of plots that come from the object from which most of their track's plots come. */
  readonly purity: number
  /** The share of radar plots, on tracks that have AIS, that come from the vessel from which most of that AIS comes. */
  readonly aisRadarPurity: number | undefined
  /** Radar plots of true objects that a track took, as a share of all that there were. */
  readonly radarUsed: number
}

/** A plot as this looks at it. */
interface Taken {
  readonly origin: string | null
  readonly isRadar: boolean
}

/** The first plot that an association names and the scenario does not have. */
export function unknownPlot({ lines, origin, plots }: Association): number | undefined {
  const known = new Set(origin.map(({ p }) => p))
  const received = new Set(plots.map(({ p }) => p))
  return [...origin, ...lines].find(({ p }) => !known.has(p) || !received.has(p))?.p
}

export function purity({ lines, origin, plots }: Association): Purity {
  const originOf = new Map(origin.map(({ p, o }) => [p, o]))
  const radar = new Set(plots.filter(({ k }) => k === 'radar').map(({ p }) => p))
  const byTrack = Map.groupBy(lines, ({ id }) => id)
  let [right, all, radarRight, radarAll, used] = [0, 0, 0, 0, 0]
  for (const taken of byTrack.values()) {
    const plotsOf = taken.map(({ p }) => ({ origin: originOf.get(p) ?? null, isRadar: radar.has(p) }))
    all += plotsOf.length
    const main = commonest(plotsOf.flatMap(objectsOf))
    if (main === undefined) continue
    right += plotsOf.filter((plot) => objectsOf(plot).includes(main)).length
    used += plotsOf.filter((plot) => plot.isRadar && plot.origin !== null).length
    const heard = plotsOf.filter((plot) => !plot.isRadar)
    if (heard.length === 0) continue
    const vessel = commonest(heard.map((plot) => plot.origin))
    const returns = plotsOf.filter((plot) => plot.isRadar)
    radarAll += returns.length
    radarRight += returns.filter((plot) => objectsOf(plot).some((object) => object === vessel)).length
  }
  const visible = origin.filter(({ p, o }) => o !== null && radar.has(p)).length
  return {
    purity: right / Math.max(1, all),
    aisRadarPurity: radarAll > 0 ? radarRight / radarAll : undefined,
    radarUsed: used / Math.max(1, visible),
  }
}

const objectsOf = ({ origin }: Taken): string[] => (origin === null ? [] : origin.split('+'))

/** Of equally common ones, the one that came first. */
function commonest<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  let [most, found]: [number, T | undefined] = [0, undefined]
  for (const [item, count] of counts) if (count > most) [most, found] = [count, item]
  return found
}
