import type { LatLon } from '@csii/model'
import type { SearchArea, SearchRequest } from '../api/history-views.ts'
import type { Found } from '../map/found-features.ts'
import { cornersOf } from '../map/found-features.ts'
import type { MessageId } from '../text/catalogue.ts'
import { momentOf } from './moment-field.ts'

export const QUESTIONS = ['passed', 'closest', 'met', 'been'] as const
export type Question = (typeof QUESTIONS)[number]
export const SIDES = ['west', 'south', 'east', 'north'] as const
export type Side = (typeof SIDES)[number]

/** A question about the past as it is being written: what is typed stays as it was typed. */
export interface SearchDraft {
  readonly question: Question
  /** Degrees, as typed. */
  readonly box: Readonly<Record<Side, string>>
  /** In place of the box, once it has three corners. */
  readonly polygon: readonly LatLon[]
  readonly place: LatLon | undefined
  /** Nautical miles around a place, as typed. */
  readonly miles: string
  /** Metres between two that met, as typed. */
  readonly metres: string
  /** Minutes for which they were so near, as typed. */
  readonly minutes: string
  /** An MMSI, a track as `run.serial`, or where a name will do, a name. */
  readonly vessel: string
  /** Fields of date and time, in UTC. */
  readonly from: string
  readonly to: string
}

export const EMPTY_SEARCH: SearchDraft = {
  question: 'passed', box: { west: '', south: '', east: '', north: '' }, polygon: [], place: undefined, miles: '5', metres: '500', minutes: '10',
  vessel: '', from: '', to: '',
}

const LIMIT = 200
const METRES_OF_A_MILE = 1852

/** What is asked of the node, or what is still missing. */
export type Asked = { readonly request: SearchRequest } | { readonly missing: MessageId }

export function askedBy(draft: SearchDraft, exercise: boolean): Asked {
  const [from, to] = [momentOf(draft.from, 'utc'), momentOf(draft.to, 'utc')]
  if (from === undefined || to === undefined || from >= to) return { missing: 'export.impossible' }
  const common = { from, to, exercise, limit: LIMIT }
  switch (draft.question) {
    case 'passed': {
      const area = areaOf(draft)
      return area ? { request: { ...common, kind: 'passed', area } } : { missing: 'search.missing.area' }
    }
    case 'closest': {
      const within = quantity(draft.miles, METRES_OF_A_MILE)
      if (!draft.place) return { missing: 'search.missing.place' }
      return within === undefined ? { missing: 'search.missing.number' } : { request: { ...common, kind: 'closest', position: draft.place, within } }
    }
    case 'met': {
      const vessel = vesselOf(draft.vessel)
      const [within, forMs] = [quantity(draft.metres, 1), quantity(draft.minutes, 60_000)]
      if (!vessel || 'name' in vessel) return { missing: 'search.missing.mmsi' }
      if (within === undefined || forMs === undefined) return { missing: 'search.missing.number' }
      return { request: { ...common, kind: 'met', ...vessel, within, forMs } }
    }
    case 'been': {
      const vessel = vesselOf(draft.vessel)
      return vessel ? { request: { ...common, kind: 'been', ...vessel } } : { missing: 'search.missing.vessel' }
    }
  }
}

function areaOf({ polygon, box }: SearchDraft): SearchArea | undefined {
  if (polygon.length > 2) return { polygon }
  const [west, south, east, north] = SIDES.map((side) => degrees(box[side], side === 'west' || side === 'east' ? 180 : 90))
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined
  return south < north && west !== east ? { west, south, east, north } : undefined
}

function degrees(typed: string, most: number): number | undefined {
  const value = Number(typed.replace(',', '.'))
  return typed.trim() !== '' && Math.abs(value) <= most ? value : undefined
}

function quantity(typed: string, unit: number): number | undefined {
  const value = Number(typed.replace(',', '.')) * unit
  return value > 0 && value < Infinity ? value : undefined
}

function vesselOf(typed: string): { mmsi: number } | { track: string } | { name: string } | undefined {
  const vessel = typed.trim()
  if (/^\d{9}$/.test(vessel)) return { mmsi: Number(vessel) }
  if (/^\d+\.\d+$/.test(vessel)) return { track: vessel }
  return vessel.length > 1 ? { name: vessel } : undefined
}

/** An area as it was drawn: four corners at right angles are a box, whose sides can be corrected by hand. */
export function drawnArea(corners: readonly LatLon[], isBox: boolean): Pick<SearchDraft, 'box' | 'polygon'> {
  if (!isBox) return { box: EMPTY_SEARCH.box, polygon: corners }
  const [southWest, , northEast] = corners
  if (!southWest || !northEast) return { box: EMPTY_SEARCH.box, polygon: [] }
  return { polygon: [], box: boxOf({ west: southWest.lon, south: southWest.lat, east: northEast.lon, north: northEast.lat }) }
}

export const boxOf = (sides: Readonly<Record<Side, number>>): SearchDraft['box'] => ({
  west: sides.west.toFixed(4), south: sides.south.toFixed(4), east: sides.east.toFixed(4), north: sides.north.toFixed(4),
})

/** What was asked, as the map shows it: also while it is being written. */
export function askedOnMap(draft: SearchDraft): Pick<Found, 'area' | 'around'> {
  if (draft.question === 'passed') {
    const area = areaOf(draft)
    if (!area) return { area: draft.polygon }
    return { area: 'polygon' in area ? area.polygon : cornersOf(area) }
  }
  const within = quantity(draft.miles, METRES_OF_A_MILE)
  return draft.question === 'closest' && draft.place && within !== undefined ? { around: { ...draft.place, within } } : {}
}
