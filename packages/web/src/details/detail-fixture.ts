import type { TrackDetail, TrackView } from '@csii/contract'

/** 03:05:09 UTC. */
export const NOW = Date.UTC(2026, 10, 24, 3, 5, 9)

export const TRACK: TrackView = {
  id: 'T-7',
  simulated: false,
  heardAt: NOW - 2000,
  fix: { time: NOW - 9000, lat: 13.1567, lon: -61.2375, sigma: 12 },
  speed: 7.2,
  courseDeg: 190.4,
  headingDeg: 188,
  name: 'ADMIRAL BAY',
  mmsi: 375_000_001,
  station: 'class-a',
  means: 'ais',
  shipType: 60,
  navigationStatus: 0,
  conflicting: false,
  distress: false,
  test: false,
  sensors: 2,
}

/** A ferry that two receivers hear, and whose name they heard differently. */
export const DETAIL: TrackDetail = {
  track: TRACK,
  existence: 0.998,
  identity: { stated: '375000001', probability: 0.98, conflicting: false, pinned: false },
  revision: 0,
  claims: [
    { field: 'mmsi', value: 375_000_001, sensorId: 'kingstown', time: NOW - 2000 },
    { field: 'name', value: 'ADMIRAL BAY', sensorId: 'kingstown', time: NOW - 60_000 },
    { field: 'name', value: 'ADMIRAL B', sensorId: 'bequia', time: NOW - 7_200_000 },
  ],
  contributors: [
    { sensorId: 'kingstown', plots: 212, lastAt: NOW - 9000 },
    { sensorId: 'bequia', plots: 3, lastAt: NOW - 7_200_000 },
  ],
  conflicts: [],
}
