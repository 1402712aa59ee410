import type { LatLon } from '@csii/model'
import type { SearchHit } from '../api/history-views.ts'

/** The track of a hit, as the picture of its run names it. */
export function trackOfHit({ track }: Pick<SearchHit, 'track'>, exercise: boolean): { readonly run: number; readonly trackId: string } {
  const [run, serial] = track.split('.')
  return { run: Number(run), trackId: `${exercise ? 'SIM' : 'T'}-${serial}` }
}

/** The moment of a hit that is worth seeing: when it came closest, or when it began; and where it was then. */
export function momentOfHit({ closest, from, path }: Pick<SearchHit, 'closest' | 'from' | 'path'>): { readonly at: number; readonly place: LatLon | undefined } {
  const at = closest?.time ?? from
  const near = path.find(({ time }) => time >= at) ?? path.at(-1)
  return { at, place: closest?.position ?? (near && { lat: near.lat, lon: near.lon }) }
}
