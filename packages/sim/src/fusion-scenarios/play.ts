import type { Arrival, BiasTruth, FusionScenario, Meta, ScenarioPlot } from './format.ts'
import { scan } from './radar.ts'
import { AIS_DELAY, AIS_SIGMA, RECEPTION, transmit } from './reports.ts'
import type { Scene } from './scene.ts'
import { truthOf } from './truth.ts'

/** Everything that the sensors of a scene deliver, in order of arrival, and what is true. */
export function play(scene: Scene, seed: number): FusionScenario {
  const transmitted = scene.objects.map((object) => ({ id: object.id, ...transmit(object, scene, seed) }))
  const arrivals = inOrder([
    ...transmitted.flatMap(({ arrivals: reports }) => reports),
    ...scene.radars.flatMap((radar) => scan(radar, scene, seed)),
  ])
  const bias = biasOf(scene)
  return {
    meta: metaOf(scene, seed, arrivals.length),
    // A plot differs from an arrival's only by its number, which the type cannot follow through the spread of a union.
    plots: arrivals.map(({ plot }, p) => ({ p, ...plot }) as ScenarioPlot),
    truth: truthOf(scene, new Map(transmitted.map(({ id, sent }) => [id, sent]))),
    origin: arrivals.map(({ origin }, p) => ({ p, o: origin })),
    ...(bias && { bias }),
  }
}

function inOrder(arrivals: Arrival[]): Arrival[] {
  return arrivals.sort((one, other) => one.plot.ta - other.plot.ta)
}

function biasOf({ radars, faults }: Scene): BiasTruth | undefined {
  const isBiased = Object.values(faults ?? {}).some(({ rbias, bbias, late }) => rbias ?? bbias ?? late)
  if (!faults || !isBiased) return undefined
  return Object.fromEntries(radars.map(({ s }) => {
    const { rbias = 0, bbias = 0, late } = faults[s] ?? {}
    return [s, { rbias, bbias, ...(late !== undefined && { tbias: -late }) }]
  }))
}

function metaOf(scene: Scene, seed: number, plots: number): Meta {
  const { name, duration, scoreEvery, note } = scene
  return {
    name, seed, crs: 'planar metres x=east y=north; bearing deg cw from north', duration, score_dt: scoreEvery,
    score_times: [scoreEvery, duration],
    sensors: scene.radars.map((radar) => ({ ...radar, type: 'radar' })),
    ais: {
      sigma: AIS_SIGMA, rx: RECEPTION, latency: scene.aisDelay ?? AIS_DELAY, satLatency: scene.satelliteDelay ?? null,
    },
    targets: scene.objects.length, plots, note,
  }
}
