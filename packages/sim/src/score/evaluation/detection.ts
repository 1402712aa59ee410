import { nearest } from '../epoch.ts'
import type { MatchedEpoch } from '../matching.ts'
import { share, type Figure, type Threshold } from './requirement.ts'
import { gapsOf, visitsOf, type Gap, type Visit } from './visit.ts'

const group = 'detection'

/** Is what is there on the picture at every update, and nothing that is not. */
export function detection(epochs: readonly MatchedEpoch[], interval: number, isPartial: boolean): Figure[] {
  return [...presence(visitsOf(epochs, interval), interval), ...extras(epochs, isPartial)]
}

function presence(visits: readonly Visit[], interval: number): Figure[] {
  const looks = visits.flatMap((visit) => visit.looks)
  const gaps = visits.flatMap(gapsOf)
  const worst = worstObject(visits)
  const missedIn = (name: string, holds: (gap: Gap) => boolean, threshold: Threshold): Figure => ({
    group, name, unit: 'share', samples: looks.length, thresholds: [threshold],
    value: threshold.notHere === undefined
      ? share(gaps.filter(holds).reduce((sum, { missed }) => sum + missed, 0), looks.length) : undefined,
  })
  return [
    {
      group, name: 'position detection per update', unit: 'share', samples: looks.length,
      value: share(looks.filter(({ isFound }) => isFound).length, looks.length),
      thresholds: [
        { standard: 'ED-87E', bound: 'at least', limit: 0.99 }, { standard: 'COMPASS', bound: 'at least', limit: 0.9 },
      ],
    },
    {
      group, name: 'the same, of the worst object', unit: 'share', samples: worst?.looks ?? 0, value: worst?.value,
      thresholds: [{ standard: 'ED-142 TMA', bound: 'at least', limit: 0.97 }],
      ...(worst && { remarks: [`object ${worst.id}`] }),
    },
    missedIn('updates lost in gaps of 16.5 s or more', ({ duration }) => duration >= 16.5, {
      standard: 'ED-142 TMA', bound: 'at most', limit: 1e-3,
    }),
    missedIn('updates lost in gaps of 3 to 5 s', ({ duration }) => duration >= 3 && duration <= 5, {
      standard: 'ED-87E', bound: 'at most', limit: 1e-3,
      notHere: interval > 2.5 ? `scored every ${interval} s only` : undefined,
    }),
    missedIn('updates lost in gaps of 5 s or more', ({ duration }) => duration >= 5, {
      standard: 'ED-87E', bound: 'at most', limit: 1e-6,
    }),
  ]
}

interface Worst {
  readonly id: string
  readonly looks: number
  readonly value: number
}

function worstObject(visits: readonly Visit[]): Worst | undefined {
  const objects = [...Map.groupBy(visits, ({ id }) => id)].map(([id, own]) => {
    const looks = own.flatMap((visit) => visit.looks)
    return { id, looks: looks.length, value: looks.filter(({ isFound }) => isFound).length / looks.length }
  })
  return objects.toSorted((a, b) => a.value - b.value)[0]
}

/** COMPASS calls every track of an object that has several an extra one; here all but one are. */
function extras(epochs: readonly MatchedEpoch[], isPartial: boolean): Figure[] {
  const tracks = epochs.reduce((sum, epoch) => sum + epoch.tracks.length, 0)
  const redundant = epochs.reduce((sum, epoch) => sum + epoch.redundant.length, 0)
  const found = epochs.reduce((sum, epoch) => sum + epoch.matches.length, 0)
  const spurious = epochs.reduce((sum, epoch) => sum + epoch.spurious.length, 0)
  const notHere = isPartial ? 'not all objects are known' : undefined
  const distances = epochs.flatMap(({ tracks: each, objects }) => each.map((track) => nearest(track, objects)))
  const falseBeyond = (metres: number, threshold: Threshold): Figure => ({
    group, name: `false detections, ${metres} m or more from any object`, unit: 'share', samples: tracks,
    value: share(distances.filter((distance) => distance >= metres).length, tracks),
    thresholds: [{ ...threshold, notHere }],
  })
  return [
    {
      group, name: 'extra tracks of an object that has one', unit: 'share', samples: found + redundant,
      value: share(redundant, found + redundant),
      thresholds: [{ standard: 'COMPASS', bound: 'at most', limit: 0.03 }],
    },
    {
      group, name: 'extra data, tracks on nothing', unit: 'share', samples: tracks, value: share(spurious, tracks),
      thresholds: [{ standard: 'COMPASS', bound: 'at most', limit: 0.03, notHere }],
    },
    falseBeyond(2100, { standard: 'ED-142 TMA', bound: 'at most', limit: 1e-3 }),
    falseBeyond(500, { standard: 'COMPASS', bound: 'at most', limit: 0.01 }),
    falseBeyond(60, { standard: 'ED-87E', bound: 'at most', limit: 1e-4 }),
  ]
}
