import type { LatLon } from '@csii/model'
import { AIRCRAFT_KINDS, planFlights, type Aircraft, type AircraftKind, type Flight } from '../air/aircraft.ts'
import { chance } from '../chance.ts'
import { DAY, HOUR } from '../commission.ts'

/** Aerodromes and points beyond the edge, to a hundredth of a degree. */
const POINTS: Readonly<Record<string, LatLon>> = {
  argyle: { lat: 13.16, lon: -61.15 }, bequia: { lat: 12.99, lon: -61.26 }, canouan: { lat: 12.7, lon: -61.34 },
  union: { lat: 12.6, lon: -61.41 }, grenada: { lat: 12, lon: -61.79 }, barbados: { lat: 13.08, lon: -59.49 },
  vigie: { lat: 14.02, lon: -60.99 }, hewanorra: { lat: 13.73, lon: -60.95 }, lamentin: { lat: 14.59, lon: -61 },
  dominica: { lat: 15.55, lon: -61.3 }, antigua: { lat: 17.14, lon: -61.79 }, piarco: { lat: 10.6, lon: -61.34 },
  tobago: { lat: 11.15, lon: -60.84 },
  northeast: { lat: 16.4, lon: -57.9 }, north: { lat: 18.2, lon: -61.6 }, northwest: { lat: 17.6, lon: -64.2 },
  south: { lat: 9.4, lon: -60.4 }, southwest: { lat: 10.6, lon: -64.4 },
  // Corners of the patrols, over the sea to leeward and to windward.
  lee1: { lat: 13.35, lon: -61.75 }, lee2: { lat: 12.75, lon: -61.85 }, lee3: { lat: 12.7, lon: -61.6 },
  lee4: { lat: 13.3, lon: -61.45 }, lee5: { lat: 12.3, lon: -62.2 }, lee6: { lat: 13.6, lon: -61.3 },
  wind1: { lat: 13.4, lon: -60.6 }, wind2: { lat: 12.6, lon: -60.7 }, wind3: { lat: 12.5, lon: -60.2 },
}

/** The registry's block of addresses (ICAO Annex 10, volume III, part I, chapter 9), of which these use the end. */
const BLOCKS = { VCT: 0x0bc3f0, BRB: 0x0aa3f0, GRD: 0x0cc3f0, LCA: 0xc8c3f0, ATG: 0x0ca3f0 } as const

interface Plan {
  readonly kind: AircraftKind
  readonly registry: keyof typeof BLOCKS
  readonly period: number
  readonly flights: readonly Flight[]
  /** Metres, where it is not the kind's. */
  readonly cruise?: number
}

const route = (text: string): LatLon[] => text.split(' ').map((name) => POINTS[name]!)

/** Hops at fixed hours of the day; each goes on from where the last one ended. */
const hops = (stops: string, first: number, every: number): Flight[] => {
  const names = stops.split(' ')
  return names.slice(1).map((name, i) => ({
    points: route(`${names[i]} ${name}`), leaveAt: (first + i * every) * HOUR,
  }))
}

const PATROL = 'barbados wind1 wind2 lee3 lee4 lee1 lee2 lee5 lee3 lee4 lee6 wind1 wind3 barbados'

const PLANS: readonly Plan[] = [
  {
    kind: 'commuter', registry: 'VCT', period: DAY,
    flights: hops('argyle bequia argyle canouan union argyle union canouan argyle bequia argyle', 6.5, 1.1),
  },
  {
    kind: 'commuter', registry: 'VCT', period: DAY,
    flights: hops('barbados canouan barbados bequia barbados union argyle barbados', 7, 1.6),
  },
  {
    kind: 'turboprop', registry: 'ATG', period: DAY,
    flights: hops('antigua dominica lamentin barbados argyle grenada argyle vigie barbados vigie antigua', 6, 1.25),
  },
  {
    kind: 'turboprop', registry: 'BRB', period: DAY,
    flights: hops(
      'barbados grenada piarco argyle barbados hewanorra barbados argyle piarco tobago piarco barbados', 5.7, 1.3,
    ),
  },
  {
    kind: 'turboprop', registry: 'LCA', period: DAY,
    flights: hops('vigie argyle vigie lamentin dominica vigie barbados vigie grenada vigie', 6.8, 1.4),
  },
  {
    kind: 'patrol-aircraft', registry: 'BRB', period: 8 * HOUR,
    flights: [{ points: route(PATROL), leaveAt: HOUR }],
  },
  {
    kind: 'airliner', registry: 'GRD', period: DAY,
    flights: [
      { points: route('northeast barbados'), from: 'away', leaveAt: 13 * HOUR },
      { points: route('barbados northeast'), to: 'away', stay: 2.5 * HOUR },
    ],
  },
  {
    kind: 'airliner', registry: 'ATG', period: DAY,
    flights: [
      { points: route('north hewanorra'), from: 'away', leaveAt: 11.4 * HOUR },
      { points: route('hewanorra north'), to: 'away', stay: 1.6 * HOUR },
      { points: route('northwest argyle'), from: 'away', leaveAt: 17.2 * HOUR },
      { points: route('argyle northwest'), to: 'away', stay: 1.2 * HOUR },
    ],
  },
  {
    kind: 'airliner', registry: 'BRB', period: 1.5 * HOUR, cruise: 10_660,
    flights: [{ points: route('southwest northeast'), from: 'away', to: 'away', leaveAt: 0.3 * HOUR }],
  },
  {
    kind: 'airliner', registry: 'LCA', period: 1.5 * HOUR, cruise: 11_280,
    flights: [{ points: route('north south'), from: 'away', to: 'away', leaveAt: 0.9 * HOUR }],
  },
]

/** Inter-island hops, airliners, one patrol low over the sea. Nobody's call sign begins with SIM. */
export function flights(seed: number): Aircraft[] {
  const counts = new Map<AircraftKind, number>()
  return PLANS.map(({ kind, registry, period, flights: plan, cruise }, serial) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return {
      id: `${kind}-${count}`,
      kind,
      key: Math.floor(chance(seed, 0xa1c, serial) * 0x1_0000_0000),
      icaoAddress: BLOCKS[registry] + serial,
      callSign: `SIM${101 + serial}`,
      squawk: (0o4101 + serial).toString(8),
      cruise: cruise ?? AIRCRAFT_KINDS[kind].cruise,
      itinerary: planFlights(kind, plan, period),
    }
  })
}
