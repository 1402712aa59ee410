import type { Contact } from '@csii/contract'
import type { LatLon } from '@csii/model'
import type { SearchHit } from '../api/history-views.ts'
import type { Picture } from '../picture/picture-store.ts'

/**
 * What was found, in the picture of a moment: the track itself, where the moment is of its run, or the one that states the same
 * identity, as a vessel has another track in each run.
 */
export function contactOfHit({ track, mmsi, name }: Pick<SearchHit, 'track' | 'mmsi' | 'name'>, { contacts, resume }: Picture): Contact | undefined {
  const [run, serial] = track.split('.').map(Number)
  const itself = resume?.epoch === run && serial !== undefined ? contacts.get(serial) : undefined
  return itself ?? [...contacts.values()].find((contact) => (mmsi === undefined ? name !== undefined && contact.name === name : contact.mmsi === mmsi))
}

/** The moment of a hit that is worth seeing: when it came closest, or when it began; and where it was then. */
export function momentOfHit({ closest, from, path }: Pick<SearchHit, 'closest' | 'from' | 'path'>): { readonly at: number; readonly place: LatLon | undefined } {
  const at = closest?.time ?? from
  const near = path.find(({ time }) => time >= at) ?? path.at(-1)
  return { at, place: closest?.position ?? (near && { lat: near.lat, lon: near.lon }) }
}
