import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Track } from '@csii/model'
import { ship, shipAt } from '../pipeline/fixtures/tracks.ts'
import { TableWriter } from '../pipeline/table-writer.ts'
import { allocateTable, openTable } from '../pipeline/track-table.ts'
import { createLog } from '../platform/log.ts'
import { createServer } from '../platform/server.ts'
import { pictureRoutes } from './picture.routes.ts'

const table = openTable(allocateTable(16, ['kingstown']))
const admiral: Track = shipAt(1, 13.15, -61.2, {
  claim: { mmsi: 377000001, name: 'ADMIRAL BAY' },
  claims: [{ field: 'name', value: 'ADMIRAL BAY', sensorId: 'kingstown', time: 900 }],
  conflicts: [{ sensorId: 'kingstown', time: 950, position: { lat: 50, lon: 5 }, impliedSpeed: 9000 }],
})
const server = await createServer({ host: '127.0.0.1', log: createLog('silent') })
beforeAll(async () => {
  const writer = new TableWriter(table)
  writer.put(admiral)
  writer.put(ship(2, { fix: undefined }))
  await server.register(pictureRoutes, { table, describe: async (id) => (id === 'T-1' ? admiral : undefined) })
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
    expect(body.total).toBe(2)
    expect(body.tracks.map((track: { fix?: object }) => track.fix !== undefined)).toEqual([true, false])
  })

  it('finds by box and by text', async () => {
    expect((await get('/api/tracks?bbox=-62,13,-61,14&search=admiral')).body.total).toBe(1)
    expect((await get('/api/tracks?bbox=-20,13,-10,14')).body.total).toBe(0)
  })

  it.each(['bbox=1,2,3', 'bbox=a,b,c,d', 'limit=0', 'limit=1001', 'limit=many', 'simulated=perhaps', 'colour=red'])(
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
