import { refText, refOf, type HistoryReader, type IdentityQuery, type TrackEntry } from '../history-reader.ts'

/** How a person names a vessel: a track of it, or what it states. */
export interface Named {
  readonly track?: string | undefined
  readonly mmsi?: number | undefined
  readonly imo?: number | undefined
  readonly callSign?: string | undefined
  readonly name?: string | undefined
}

export const isNamed = ({ track, mmsi, imo, callSign, name }: Named): boolean =>
  [track, mmsi, imo, callSign, name].some((value) => value !== undefined)

/** Tracks that are looked at at most: a vessel begins anew with every start of the node and after every long silence. */
const MOST_TRACKS = 2000

/** All tracks of what is so named, those of earlier runs of the node too. */
export async function tracksNamed(reader: HistoryReader, named: Named, exercise: boolean): Promise<readonly TrackEntry[]> {
  const ref = named.track === undefined ? undefined : refOf(named.track)
  const { mmsi, imo, callSign, name } = named
  const first = await reader.identify({ exercise, limit: MOST_TRACKS, ...(ref && { tracks: [ref] }), mmsi, imo, callSign, name })
  const entries = new Map(first.map((entry) => [refText(entry.track), entry]))
  const wanted = new Map<string, IdentityQuery>()
  for (const entry of first) {
    const identity = identityOf(entry)
    if (identity) wanted.set(JSON.stringify(identity), { exercise, limit: MOST_TRACKS, ...identity })
  }
  // What states the same identity is the same vessel, though it stated no name yet.
  for (const query of [...wanted.values()].slice(0, MOST_IDENTITIES)) {
    for (const entry of await reader.identify(query)) entries.set(refText(entry.track), entry)
  }
  return [...entries.values()]
}

/** A part of a name fits many vessels. */
const MOST_IDENTITIES = 100

function identityOf({ mmsi, icaoAddress, uid }: TrackEntry): Pick<IdentityQuery, 'mmsi' | 'icaoAddress' | 'uid'> | undefined {
  if (mmsi !== undefined) return { mmsi }
  if (icaoAddress !== undefined) return { icaoAddress }
  return uid === undefined ? undefined : { uid }
}
