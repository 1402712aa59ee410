import type { LatLon } from '@csii/model'

export interface HistoryView {
  readonly from?: number
  readonly to?: number
}

export interface ActivityMark {
  readonly time: number
  readonly kind: string
  readonly text: string
  readonly trackId?: string
}

export interface ActivityView {
  readonly bins: readonly { readonly time: number; readonly plots: number; readonly tracks: number }[]
  readonly marks: readonly ActivityMark[]
}

interface Common {
  readonly from: number
  readonly to: number
  readonly exercise?: boolean
  readonly limit?: number
}

export type SearchArea =
  | { readonly west: number; readonly south: number; readonly east: number; readonly north: number }
  | { readonly polygon: readonly LatLon[] }

export type SearchRequest =
  | (Common & { readonly kind: 'passed'; readonly area: SearchArea })
  | (Common & { readonly kind: 'closest'; readonly position: LatLon; readonly within: number })
  | (Common & { readonly kind: 'met'; readonly track?: string; readonly mmsi?: number; readonly within: number; readonly forMs: number })
  | (Common & { readonly kind: 'been'; readonly track?: string; readonly mmsi?: number; readonly name?: string })

export interface SearchHit {
  readonly track: string
  readonly name?: string
  readonly mmsi?: number
  readonly from: number
  readonly to: number
  readonly closest?: { readonly time: number; readonly distance: number; readonly position: LatLon }
  readonly with?: unknown
  readonly path: readonly ({ readonly time: number } & LatLon)[]
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  readonly isTruncated: boolean
  readonly tookMs: number
}
