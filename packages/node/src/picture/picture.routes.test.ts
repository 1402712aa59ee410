import { TrackDetail } from '@csii/contract'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Explanation, Track } from '@csii/model'
import { ship, shipAt } from '../pipeline/fixtures/tracks.ts'
import { TableWriter } from '../pipeline/table-writer.ts'
import { allocateTable, openTable } from '../pipeline/track-table.ts'
import { createLog } from '../platform/log.ts'
import { createServer } from '../platform/server.ts'
import { pictureRoutes } from './picture.routes.ts'
import { detailOf } from './track-view.ts'

const table = openTable(allocateTable(16, ['kingstown']))
const admiral: Track = shipAt(1, 13.15, -61.2, {
  claim: { mmsi: 377000001, name: 'ADMIRAL BAY' },
  claims: [{ field: 'name', value: 'ADMIRAL BAY', sensorId: 'kingstown', time: 900 }],
  conflicts: [{ sensorId: 'kingstown', time: 950, position: { lat: 50, lon: 5 }, impliedSpeed: 9000 }],
})
const dark: Track = shipAt(3, 13.2, -61.1, {
  claim: {}, existence: 0.98, darkness: { probability: 0.97, since: 400, missedReports: 31 }, identity: { probability: 0.2, isConflicting: true, isPinned: false },
  suspicion: { probability: 0.1, reason: 'no-echo', since: 300 }, revision: 2, revisedFrom: 350,
})
const explanation: Explanation = {
  trackId: 'T-1', existence: 0.99, motion: { steady: 0.9, turning: 0.07, manoeuvring: 0.03 },
  taken: [{ sensorId: 'kingstown', time: 1000, position: { lat: 13.15, lon: -61.2 }, distanceSquared: 1.2, weight: 0.4 }],
  rejected: [
    { sensorId: 'hill', time: 990, position: { lat: 13.16, lon: -61.2 }, distanceSquared: 7, because: 'nearer-to-another', takenBy: 'T-4' },
    { sensorId: 'hill', time: 980, position: { lat: 13.17, lon: -61.2 }, distanceSquared: Infinity, because: 'impossible-move' },
  ],
  identities: [{ identity: '377000001', probability: 0.98 }],
  judgements: [{ id: 'D-1', by: 'JB', at: 970, decision: { kind: 'pin', trackId: 'T-1', identity: '377000001' } }],
}
const explain = async (id: string) => (id === 'T-1' ? explanation : undefined)
const server = await createServer({ host: '127.0.0.1', log: createLog('silent') })
beforeAll(async () => {
  const writer = new TableWriter(table)
  writer.put(admiral)
  writer.put(ship(2, { fix: undefined }))
  writer.put(dark)
  await server.register(pictureRoutes, { table, describe: async (id) => (id === 'T-1' ? admiral : undefined), explain })
})
afterAll(() => server.close())

async function get(url: string) {
  const response = await server.inject({ url, headers: { host: 'localhost' } })
  return { status: response.statusCode, body: response.json() }
}

describe('GET /api/tracks', () => {
  it('lists the tracks, with and without a fix', async () => {
    const { status, body } = await get('/api/tracks')
    expect(status).toBe(200)
    expect(body.total).toBe(3)
    expect(body.tracks.map((track: { fix?: object }) => track.fix !== undefined)).toEqual([true, false, true])
  })

  it('finds by box and by text', async () => {
    expect((await get('/api/tracks?bbox=-62,13,-61,14&search=admiral')).body.total).toBe(1)
    expect((await get('/api/tracks?bbox=-20,13,-10,14')).body.total).toBe(0)
  })

  it('finds the dark ones, and those whose position is doubted', async () => {
    const [found] = (await get('/api/tracks?dark=true')).body.tracks
    expect(found).toMatchObject({ id: 'T-3', conflicting: true, dark: expect.closeTo(0.97, 2), suspect: expect.closeTo(0.1, 2) })
    expect((await get('/api/tracks?dark=false')).body.total).toBe(2)
    expect((await get('/api/tracks?suspect=true')).body.total).toBe(0)
  })

  it.each(['dark=perhaps', 'bbox=1,2,3', 'bbox=a,b,c,d', 'limit=0', 'limit=1001', 'limit=many', 'simulated=perhaps', 'colour=red'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await get(`/api/tracks?${query}`)
      expect(status).toBe(400)
      expect(body).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
      expect(body.detail).toContain(query.split('=')[0])
    },
  )
})

describe('GET /api/tracks/:id', () => {
  it('tells everything anybody said about a track', async () => {
    const { status, body } = await get('/api/tracks/T-1')
    expect(status).toBe(200)
    expect(body).toEqual({
      track: expect.objectContaining({ id: 'T-1', name: 'ADMIRAL BAY', conflicting: true }),
      covariance: { ee: 100, en: 0, nn: 100 },
      existence: 1,
      identity: { stated: '377000001', conflicting: false, pinned: false },
      revision: 0,
      claims: [{ field: 'name', value: 'ADMIRAL BAY', sensorId: 'kingstown', time: 900 }],
      contributors: [{ sensorId: 'kingstown', plots: 1, lastAt: 1000 }],
      conflicts: [{ sensorId: 'kingstown', time: 950, lat: 50, lon: 5, impliedSpeed: 9000 }],
    })
  })

  it('says that there is no such track', async () => {
    const { status, body } = await get('/api/tracks/T-99')
    expect(status).toBe(404)
    expect(body).toMatchObject({ status: 404, code: 'TRACK_NOT_FOUND', detail: expect.stringContaining('T-99') })
  })
})

describe('what fusion believes of a track', () => {
  it('is told with its reasons', () => {
    const { track, ...told } = detailOf(dark)
    expect(track).toMatchObject({ dark: 0.97, suspect: 0.1 })
    expect(told).toMatchObject({
      existence: 0.98, darkness: { probability: 0.97, since: 400, missedReports: 31 }, suspicion: { probability: 0.1, reason: 'no-echo', since: 300 },
      identity: { probability: 0.2, conflicting: true, pinned: false }, revision: 2, revisedFrom: 350,
    })
  })

  it('fits the description of the API', () => {
    expect(Compile(TrackDetail).Check(detailOf(dark))).toBe(true)
    expect(Compile(TrackDetail).Check(detailOf(admiral))).toBe(true)
  })
})

describe('GET /api/tracks/:id/explanation', () => {
  it('tells what was taken, what was turned away and by whom it was taken, and what people decided', async () => {
    const { status, body } = await get('/api/tracks/T-1/explanation')
    expect(status).toBe(200)
    expect(body).toEqual({
      trackId: 'T-1', existence: 0.99, motion: { steady: 0.9, turning: 0.07, manoeuvring: 0.03 },
      taken: [{ sensorId: 'kingstown', time: 1000, lat: 13.15, lon: -61.2, distanceSquared: 1.2, weight: 0.4 }],
      rejected: [
        { sensorId: 'hill', time: 990, lat: 13.16, lon: -61.2, distanceSquared: 7, because: 'nearer-to-another', takenBy: 'T-4' },
        { sensorId: 'hill', time: 980, lat: 13.17, lon: -61.2, distanceSquared: 1e6, because: 'impossible-move' },
      ],
      identities: [{ identity: '377000001', probability: 0.98 }],
      judgements: [{ id: 'D-1', by: 'JB', at: 970, kind: 'pin', trackId: 'T-1', identity: '377000001', state: 'standing' }],
    })
  })

  it('says that there is no such track', async () => {
    expect(await get('/api/tracks/T-99/explanation')).toMatchObject({ status: 404, body: { code: 'TRACK_NOT_FOUND' } })
  })
})
