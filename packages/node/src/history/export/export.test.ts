import { spawnSync } from 'node:child_process'
import { createSharedMemory, sensorKinds } from '@csii/codecs'
import type { Claim, Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { minutes, seaOf, stateAt, type Voyage } from '../fixtures/made-up.ts'
import type { HistoryReader } from '../history-reader.ts'
import { fileNameOf } from './about.ts'
import { exportWindow } from './export.ts'
import type { ExportRequest } from './window.ts'

const MAKER = { node: 'Kingstown', nation: 'VCT', version: '0.1.0', at: minutes(1000) }
const WINDOW = { from: minutes(0), to: minutes(60), known: 'now', exercise: false } as const
const SHIP: Voyage = {
  serial: 7, claim: { mmsi: 377_000_001, name: 'HUGH "H" MULZAC', callSign: 'J8XX', station: 'class-a', shipType: 70, navigationStatus: 0 },
  way: [[0, 13.05, -61.05], [10, 13.05, -60.95], [20, 13.06, -60.85]],
}
const BOAT: Voyage = { serial: 8, claim: {}, way: [[5, 13.2, -61.2]] }

async function written(reader: HistoryReader, request: Partial<ExportRequest> & Pick<ExportRequest, 'format'>): Promise<string> {
  let text = ''
  for await (const part of exportWindow(reader, { ...WINDOW, ...request }, MAKER)) text += part
  return text
}
const rowsOf = (csv: string) => csv.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'))

describe('a window of history', () => {
  it.each(['csv', 'kml', 'nmea', 'geojson'] as const)('says in %s what it holds, by whom and by which knowledge', async (format) => {
    const text = await written(seaOf(SHIP, BOAT), { format })
    for (const fact of ['Kingstown', 'VCT', '2026-11-24T12:00:00.000Z', '2026-11-24T13:00:00.000Z', 'now: what is known']) expect(text).toContain(fact)
    expect(text).toMatch(/"?tracks"?: ?2/)
    expect(text).not.toMatch(/SIMULATED|EXERCISE/)
  })

  it.each(['csv', 'kml', 'nmea', 'geojson'] as const)('of the exercise says so in %s, and in its name', async (format) => {
    const text = await written(seaOf({ ...SHIP, simulated: true }, BOAT), { format, exercise: true })
    expect(text).toMatch(format === 'geojson' ? /"simulated":true/ : /SIMULATED/)
    expect(text).toMatch(/"?tracks"?: ?1/)
    expect(fileNameOf({ ...WINDOW, format, exercise: true }, MAKER)).toBe(`csii-Kingstown-20261124T120000Z-20261124T130000Z-now-SIMULATED.${format}`)
  })

  it.each(['csv', 'kml', 'nmea', 'geojson'] as const)('without anything in it is a whole file in %s', async (format) => {
    const text = await written(seaOf(SHIP), { format, from: minutes(500), to: minutes(600) })
    expect(text).toMatch(/"?tracks"?: ?0/)
    if (format === 'geojson') expect(JSON.parse(text).features).toEqual([])
  })

  it('holds only what was in its area', async () => {
    const csv = await written(seaOf(SHIP, BOAT), { format: 'csv', box: { west: -61, south: 13, east: -60.9, north: 13.1 } })
    expect(rowsOf(csv)).toHaveLength(2)
    expect(csv).toContain('tracks: 1; fixes: 1')
  })

  it('is as known then, or as known today', async () => {
    const sea = seaOf(SHIP)
    sea.add({
      run: 1, ends: [], states: [stateAt(7, minutes(10), { lat: 13.15, lon: -60.95 }, { knownAt: minutes(15), isRevision: true })],
      infos: [{ serial: 7, simulated: false, knownAt: minutes(300), claim: { mmsi: 377_000_001, name: 'TOLD LATER' }, contributors: [] }],
    })
    const [then, now] = [await written(sea, { format: 'csv', known: 'then' }), await written(sea, { format: 'csv' })]
    expect(rowsOf(then)[2]).toContain('13.0500000')
    expect(rowsOf(now)[2]).toContain('13.1500000')
    expect([then.includes('TOLD LATER'), now.includes('TOLD LATER')]).toEqual([false, true])
    expect(then).toContain('then: what the picture showed')
  })

  it('names what a track turned out to be one with', async () => {
    const sea = seaOf(SHIP, BOAT)
    sea.add({ run: 1, states: [], infos: [], ends: [{ serial: 8, simulated: false, knownAt: minutes(50), into: 7 }] })
    expect(rowsOf(await written(sea, { format: 'csv' })).find((row) => row.startsWith('1.8'))).toMatch(/^1\.8,1\.7,.*377000001/)
    expect(rowsOf(await written(sea, { format: 'csv', known: 'then' })).find((row) => row.startsWith('1.8'))).toMatch(/^1\.8,,/)
  })

  it('of several days comes whole, each fix once', async () => {
    const way = Array.from({ length: 73 }, (_, hour) => [hour * 60, 13, -61 + hour / 1000] as const)
    const csv = await written(seaOf({ serial: 1, way }), { format: 'csv', to: minutes(72 * 60) })
    expect(rowsOf(csv)).toHaveLength(1 + 73)
    expect(new Set(rowsOf(csv)).size).toBe(74)
  })
})

describe('a table', () => {
  it('quotes what a name may hold, and lets no name become a formula', async () => {
    const names = ['HUGH "H", MULZAC', '=HYPERLINK("x")', '-61 DEGREES', '+1', '@A1', '-X']
    const sea = seaOf(...names.map((name, serial) => ({ serial, claim: { name }, way: SHIP.way.slice(0, 1) })))
    const csv = await written(sea, { format: 'csv' })
    for (const cell of ['"HUGH ""H"", MULZAC"', `"'=HYPERLINK(""x"")"`, ',-61 DEGREES,', `,'+1,`, `,'@A1,`, `,'-X,`]) expect(csv).toContain(cell)
  })
})

describe('GeoJSON', () => {
  it('is a line with the time of each of its places', async () => {
    const { features } = JSON.parse(await written(seaOf(SHIP, BOAT), { format: 'geojson' }))
    expect(features).toMatchObject([
      {
        geometry: { type: 'LineString', coordinates: [[-61.05, 13.05], [-60.95, 13.05], [-60.85, 13.06]] },
        properties: { track: '1.7', claim: { mmsi: 377_000_001 }, coordTimes: [10, 10, 10].map((_, n) => new Date(minutes(n * 10)).toISOString()) },
      },
      { geometry: { type: 'Point', coordinates: [-61.2, 13.2] }, properties: { track: '1.8' } },
    ])
  })

  it('is cut at the antimeridian', async () => {
    const sea = seaOf({ serial: 1, way: [[0, 0, 179.5], [10, 1, -179.5], [20, 2, 179.5]] })
    const { features: [{ geometry, properties }] } = JSON.parse(await written(sea, { format: 'geojson' }))
    expect(geometry).toEqual({
      type: 'MultiLineString',
      coordinates: [[[179.5, 0], [180, 0.5]], [[-180, 0.5], [-179.5, 1], [-180, 1.5]], [[180, 1.5], [179.5, 2]]],
    })
    expect(properties.coordTimes.map((times: readonly string[]) => times.length)).toEqual([2, 3, 2])
  })
})

describe('KML', () => {
  const readers = [['xmllint', '--noout', '-'], ['python3', '-c', 'import sys, xml.etree.ElementTree as tree; tree.parse(sys.stdin.buffer)']] as const
  const reader = readers.find(([program]) => spawnSync(program, ['--version']).status === 0)
  if (!reader) console.warn('Skipped: neither xmllint nor python3 is installed (Debian: apt-get install libxml2-utils).')

  it('has a track with a time for each place', async () => {
    const kml = await written(seaOf(SHIP), { format: 'kml' })
    expect(kml.match(/<when>/g)).toHaveLength(3)
    expect(kml).toContain('<gx:coord>-60.95 13.05 0</gx:coord>')
  })

  it.skipIf(!reader)('is well-formed, whatever a name holds', async () => {
    const name = `<&"'>]]>\u0000\u0007\ud800\ufffeÄ`
    const kml = await written(seaOf(SHIP, { ...BOAT, claim: { name, description: '-->' } }), { format: 'kml' })
    const [program, ...options] = reader!
    const { status, stderr } = spawnSync(program, options, { input: kml })
    expect([status, String(stderr)]).toEqual([0, ''])
    expect(spawnSync(program, options, { input: kml.slice(0, -10) }).status).not.toBe(0)
  })
})

describe('NMEA', () => {
  /** What our own receiver makes of the sentences. */
  function heard(nmea: string): { plots: Plot[]; claims: Claim[] } {
    const [plots, claims]: [Plot[], Claim[]] = [[], []]
    const reader = sensorKinds.find(({ id }) => id === 'ais')!.open({ sensorId: 'file', simulated: false }, createSharedMemory())
    const sentences = nmea.split('\r\n').filter((line) => !line.startsWith('#')).join('\r\n')
    reader.read(new TextEncoder().encode(sentences), minutes(100), {
      plot: (plot) => void plots.push(plot), statement: ({ claim }) => void claims.push(claim), measurement: () => {},
      problem: (problem) => expect(problem).toBe('none'),
    })
    return { plots, claims }
  }

  it('is heard by a receiver as it was, in the order of time', async () => {
    const other = { serial: 9, claim: { mmsi: 338_000_009, station: 'class-b', name: 'SMALL' }, way: [[5, 13, -61], [15, 13, -61.01]] } as const
    const { plots, claims } = heard(await written(seaOf(SHIP, other), { format: 'nmea' }))
    expect(plots.map(({ time, claim }) => [Math.round((time - minutes(0)) / 60_000), claim?.mmsi, claim?.station])).toEqual([
      [0, 377_000_001, 'class-a'], [5, 338_000_009, 'class-b'], [10, 377_000_001, 'class-a'], [15, 338_000_009, 'class-b'], [20, 377_000_001, 'class-a'],
    ])
    expect(plots[2]).toMatchObject({ position: { lat: expect.closeTo(13.05, 5), lon: expect.closeTo(-60.95, 5) }, speed: expect.closeTo(5, 1), courseDeg: 90 })
    expect(claims).toMatchObject([{ name: 'HUGH "H" MULZAC', callSign: 'J8XX', shipType: 70 }, { name: 'SMALL' }, {}])
  })

  it.each([
    ['base', { mmsi: 3_770_001, station: 'base' }], ['aton', { mmsi: 993_770_001, station: 'aton', name: 'BEQUIA LIGHT', aidType: 5 }],
    ['sar-aircraft', { mmsi: 111_377_001, station: 'sar-aircraft' }], ['mob', { mmsi: 972_000_001, station: 'mob', navigationStatus: 14 }],
  ] as const)('has what a %s would send', async (station, claim) => {
    const { plots } = heard(await written(seaOf({ serial: 1, claim, way: [[0, -13.5, 179.9999]] }), { format: 'nmea' }))
    expect(plots).toMatchObject([{ claim: { mmsi: claim.mmsi, station }, position: { lat: expect.closeTo(-13.5, 5), lon: expect.closeTo(179.9999, 5) } }])
  })

  it('leaves out what states no MMSI, and says how many', async () => {
    const nmea = await written(seaOf(SHIP, BOAT), { format: 'nmea' })
    expect(nmea).toContain('# left out, because they state no MMSI: 1 tracks')
    expect(nmea).toMatch(/^\\s:CSII,c:\d{13}\*[0-9A-F]{2}\\!AIVDM/m)
  })

  it('names the exercise in every sentence', async () => {
    const nmea = await written(seaOf({ ...SHIP, simulated: true }), { format: 'nmea', exercise: true })
    const sentences = nmea.split('\r\n').filter((line) => line.includes('AIVDM'))
    expect(sentences.length).toBeGreaterThan(3)
    expect(sentences.every((line) => line.startsWith('\\s:EXERCISE,'))).toBe(true)
  })

  it('writes what no field can hold as the most that it can', async () => {
    const claim = { mmsi: 377_000_001, name: 'X'.repeat(30), draught: 99, shipType: 999, imo: 2 ** 31, dimensions: { bow: 9999, stern: 1, port: 99, starboard: 1 } }
    const sea = seaOf({ ...SHIP, claim })
    sea.add({ run: 1, ends: [], infos: [], states: [stateAt(7, minutes(30), { lat: 90, lon: 180 }, { speed: 600, courseDeg: 359.99, headingDeg: 359.9 })] })
    const { plots, claims } = heard(await written(sea, { format: 'nmea' }))
    expect(plots.at(-1)).toMatchObject({ speed: expect.closeTo(52.6, 1), courseDeg: 0, headingDeg: 0 })
    expect(claims[0]).toMatchObject({ name: 'X'.repeat(20), draught: 25.5, dimensions: { bow: 511, port: 63 } })
  })
})
