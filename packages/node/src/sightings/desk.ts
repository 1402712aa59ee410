import { readPlaces, utf8Bytes, type Place } from '@csii/codecs'
import type { SensorOptions } from '@csii/model'
import type { SourceConfig } from '../platform/config.ts'
import { once, type TransportEvents, type TransportKind } from '../platform/transports/transport.ts'

/** Where the node's own page files reports: sources that no configuration can describe, each with a way in that only the node has. */
export interface Desk {
  /** Reports of an exercise come apart from live ones; where nothing else is simulated, only when there are some. */
  readonly atStart: readonly SourceConfig[]
  readonly ids: ReadonlySet<string>
  /** The way in, by its scheme. */
  readonly transports: ReadonlyMap<string, TransportKind>
  readonly places: readonly Place[]
  readonly zone: number | undefined
  sourceOf(simulated: boolean): SourceConfig
  /** Files one line. False when its source is not open, or the pipeline takes none at the moment. */
  put(line: string, simulated: boolean): boolean
}

const SCHEME = 'desk:'

/** The ids have a dot, which those of described sources cannot have. */
export function createDesk(nation: string, sources: readonly SourceConfig[]): Desk {
  const { options, places, zone } = knownBy(sources)
  const links = new Map<string, TransportEvents>()
  const common = { kind: 'sighting', nation, ...(Object.keys(options).length > 0 && { options }) }
  const live = { ...common, id: 'desk.reports', title: 'Reports at this desk', url: `${SCHEME}live`, simulated: false }
  const exercise = {
    ...common, id: 'desk.exercise', title: 'Reports at this desk (exercise)', url: `${SCHEME}exercise`, simulated: true,
  }
  const sourceOf = (simulated: boolean): SourceConfig => (simulated ? exercise : live)
  const transport: TransportKind = {
    form: SCHEME, options: [], fault: () => undefined,
    open({ href }, given) {
      const events = once(given)
      links.set(href, events)
      events.opened()
      return {
        resume() {},
        async close() {
          events.silence()
          links.delete(href)
        },
      }
    },
  }
  return {
    atStart: sources.some(({ simulated }) => simulated) ? [live, exercise] : [live],
    ids: new Set([live.id, exercise.id]),
    places, zone,
    transports: new Map([[SCHEME, transport]]),
    sourceOf,
    put: (line, simulated) => links.get(sourceOf(simulated).url)?.bytes(utf8Bytes(line), true) ?? false,
  }
}

/** What the node's other sources of sightings were told of places and of local time holds at the desk too. */
function knownBy(sources: readonly SourceConfig[]): { options: SensorOptions; places: readonly Place[]; zone: number | undefined } {
  const told = sources.filter(({ kind }) => kind === 'sighting').map(({ options }) => options ?? {})
  const places = told.map((each) => String(each['places'] ?? '')).filter((list) => list.trim() !== '').join('; ')
  const zone = told.map((each) => each['zone']).find((value) => typeof value === 'number')
  return { options: { ...(places !== '' && { places }), ...(zone !== undefined && { zone }) }, places: readPlaces(places) ?? [], zone }
}
