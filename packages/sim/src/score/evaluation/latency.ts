import { initiationDelays } from '../continuity.ts'
import type { MatchedEpoch } from '../matching.ts'
import type { TruthLine } from '../scenario.ts'
import { darkLatencies, suspicionCounts } from '../suspicion.ts'
import { mean, percentile95, share, type Figure } from './requirement.ts'

/** What the standards of aviation do not ask, and a coast guard does. */
export function latencyAndSuspicion(epochs: readonly MatchedEpoch[]): Figure[] {
  const initiation = initiationDelays(epochs)
  const dark = darkLatencies(epochs)
  const named = idsOf(epochs, ({ ident }) => ident !== null)
  const unnamed = idsOf(epochs, ({ id }) => !named.has(id))
  const darkObjects = idsOf(epochs, (each) => each.dark === 1)
  const { right, wrong, overlooked, found, suspect, ghosts, ghostsFlagged } = suspicionCounts(epochs)
  const part = (name: string, of: number, samples: number): Figure => (
    { group: 'suspicion', name, unit: 'share', samples, value: share(of, samples) }
  )
  const delaysOf = (ids: ReadonlySet<string>) => [...initiation].filter(([id]) => ids.has(id)).map(([, delay]) => delay)
  const latency = (name: string, delays: readonly number[], of: number, what: string): Figure[] => {
    const figure = { group: 'latency', unit: 's', samples: delays.length } as const
    return [
      { ...figure, name: `${name}, mean`, value: mean(delays), remarks: [`${delays.length} of ${of} ${what}`] },
      { ...figure, name: `${name}, 95 %`, value: percentile95(delays) },
    ]
  }
  return [
    ...latency('track initiation, object with an identity', delaysOf(named), named.size, 'objects'),
    ...latency('track initiation, object without', delaysOf(unnamed), unnamed.size, 'objects'),
    ...latency('flag of a dark vessel', dark, darkObjects.size, 'dark vessels'),
    part('flags of dark vessels that are right', right, right + wrong),
    part('dark vessels that are flagged', right, right + overlooked),
    part('false AIS positions that are flagged', ghostsFlagged, ghosts),
    part('true vessels under suspicion', suspect, found),
  ]
}

const idsOf = (epochs: readonly MatchedEpoch[], counts: (object: TruthLine) => boolean): Set<string> =>
  new Set(epochs.flatMap(({ objects }) => objects.filter(counts).map(({ id }) => id)))
