import type { Contact } from '@csii/contract'

/** A class A ferry under way off Kingstown, for tests: `changes` says what differs. */
export const ferry = (changes: Partial<Contact> = {}): Contact => ({
  serial: 1, flags: 0, means: 1, station: 1, navigationStatus: 0, shipType: 60, sensors: 1, mmsi: 375_000_123,
  lat: 13.1, lon: -61.25, speed: 7, courseDeg: 190, headingDeg: 191, sigma: 10, time: 1_700_000_000_000,
  name: 'BEQUIA TRADER', ...changes,
})
