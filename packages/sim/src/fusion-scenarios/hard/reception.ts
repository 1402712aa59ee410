import { ais, around, numbered, several, vesselIn } from '../cast.ts'
import { createDraws } from '../draws.ts'
import type { Radar, Scene } from '../scene.ts'
import { dark } from '../given/open-water.ts'

const RADAR: Radar = { s: 'R1', x: 0, y: 0, rmax: 26_000, T: 3, sr: 30, sb: 0.3, pd: 0.85, clutter: 15 }

/** The scenario of vessels that go dark, heard by the receivers of two nations: each message comes twice. */
export const twoReceivers = (seed: number): Scene => ({
  ...dark(seed, { radar: { pd: 0.8 } }),
  secondReceiver: [-0.5, 2],
  note: '22 vessels; AIS and AIS2 hear the same messages (same payload, -0.5 to 2 s apart); 7 switch AIS off',
})

/** For some minutes no AIS is received at all. The vessels go on transmitting: none is dark for that. */
export function aisOutage(seed: number): Scene {
  const duration = 1800
  const traffic = { duration, box: around(13_000), speed: [3, 9], turnsIn: [[200, 1500]] } as const
  const from = createDraws(seed, 'outage').between(550, 750)
  return {
    name: 'ais-outage', duration, scoreEvery: 10,
    note: 'no AIS is received for 5 min in the middle; 2 of 16 vessels go dark before, 2 after it; 4 never transmit',
    radars: [RADAR], outage: [from, from + 300],
    objects: several(20, (i) => {
      const id = numbered('T', i, 20)
      const draws = createDraws(seed, 'silence', id)
      const offFrom = i < 2 ? draws.between(150, 250) : draws.between(1150, 1350)
      const transmitter = ais(i, draws.happens(0.7) ? 'A' : 'B', i < 4 ? { off: [offFrom, Infinity] } : {})
      return vesselIn(seed, id, traffic, i < 16 ? { transmitter } : {})
    }),
  }
}
