import { chance, keyOf } from '../chance.ts'
import type { FusionScenario } from './format.ts'
import { crossing, parallel, rendezvous } from './given/close-quarters.ts'
import { air, gofast } from './given/fast.ts'
import { harbour } from './given/harbour.ts'
import { bias, dark, latency, spoof } from './given/open-water.ts'
import { coast } from './hard/coast.ts'
import { landShadow, lateClock, narrowLanes, seaClutter, sparseCrossing } from './hard/cover.ts'
import { aisOutage, twoReceivers } from './hard/reception.ts'
import { anchorage, convoy, largeHulls, smallCraft } from './hard/vessels.ts'
import { play } from './play.ts'
import type { Scene } from './scene.ts'

/** A situation: a scene for each seed. */
export interface Situation {
  /** One line, for a list. */
  readonly summary: string
  readonly build: (seed: number) => Scene
}

/** Every situation by name: first those of the reference scenarios, then harder ones. */
export const FUSION_SCENARIOS: Readonly<Record<string, Situation>> = {
  crossing: { summary: 'eight vessels through one point', build: crossing },
  parallel: { summary: 'two opposing lanes 180 m apart, with overtaking', build: parallel },
  gofast: { summary: 'go-fasts without AIS in sea clutter', build: gofast },
  dark: { summary: 'vessels that switch AIS off under radar cover', build: dark },
  bias: { summary: 'two radars with unknown errors of range and bearing', build: bias },
  spoof: { summary: 'false AIS positions, an MMSI used twice, an MMSI changed', build: spoof },
  rendezvous: { summary: 'pairs that meet, lie together unresolved, and part', build: rendezvous },
  latency: { summary: 'late AIS, satellite AIS, a radar over a satellite link', build: latency },
  air: { summary: 'aircraft over vessels, some with ADS-B', build: air },
  harbour: { summary: 'three hundred vessels, close returns merge', build: harbour },
  'sparse-crossing': { summary: 'ten vessels through one point 18° apart, Pd 0.7', build: sparseCrossing },
  'narrow-lanes': { summary: 'lanes 90 m apart, Pd 0.75', build: narrowLanes },
  'land-shadow': { summary: 'land hides two sectors of the radar', build: landShadow },
  'large-hulls': { summary: 'ships of 100 to 300 m, wandering echoes, AIS antennas far from the middle', build: largeHulls },
  'small-craft': { summary: 'restless boats with Pd 0.5, most with class B', build: smallCraft },
  'two-receivers': { summary: 'two nations hear the same AIS messages', build: twoReceivers },
  'ais-outage': { summary: 'five minutes in which no AIS is received', build: aisOutage },
  'late-clock': { summary: 'as bias, and one radar’s clock is slow', build: lateClock },
  anchorage: { summary: 'sixty vessels swing at anchor, others pass among them', build: anchorage },
  'sea-clutter': { summary: 'a dense patch of clutter with vessels in it', build: seaClutter },
  convoy: { summary: 'ships in column and their escorts turn in succession', build: convoy },
  coast: { summary: 'two radars, land, clutter, hulls, boats, a go-fast and false AIS at once', build: coast },
}

/** A scenario by its name and seed; the same two give the same scenario. Undefined where there is none of the name. */
export function makeFusionScenario(name: string, seed: number): FusionScenario | undefined {
  if (!Object.hasOwn(FUSION_SCENARIOS, name)) return undefined
  // Scenarios of one seed have nothing else in common.
  const own = Math.floor(chance(seed, keyOf(name)) * 0x1_0000_0000)
  const { meta, ...played } = play({ ...FUSION_SCENARIOS[name]!.build(own), name }, own)
  return { meta: { ...meta, seed }, ...played }
}
