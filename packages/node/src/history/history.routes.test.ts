import { describe, expect, it } from 'vitest'
import { createLog } from '../platform/log.ts'
import { createServer } from '../platform/server.ts'
import { activityIn } from './activity/activity.ts'
import { exportWindow } from './export/export.ts'
import { minutes, seaOf, type Voyage } from './fixtures/made-up.ts'
import { historyRoutes } from './history.routes.ts'
import { createSearch } from './search/search.ts'

const SHIP = { serial: 1, claim: { mmsi: 7, name: 'HUGH' }, way: [[0, 13, -61], [10, 13.1, -61]] } as const
const WINDOW = `from=${minutes(0)}&to=${minutes(60)}`

async function server(...ships: readonly Voyage[]) {
  const reader = seaOf(...ships)
  const app = await createServer({ host: '127.0.0.1', log: createLog('silent') })
  await app.register(historyRoutes, {
    node: 'Kingstown',
    status: async () => ({ journal: { seq: 0, plots: 0, waiting: 0 }, store: { kind: 'sqlite', bytes: 0, damaged: 0 } }),
    activity: (request) => activityIn(reader, request),
    search: createSearch(reader),
    exportWindow: (request) => exportWindow(reader, request, { node: 'Kingstown', nation: 'VCT', version: '1', at: minutes(60) }),
  })
  const headers = { host: 'localhost' }
  return {
    get: (url: string) => app.inject({ url: `/api/history${url}`, headers }),
    search: (payload: object) => app.inject({ method: 'POST', url: '/api/history/search', payload, headers }),
  }
}
const been = { kind: 'been', mmsi: 7, from: minutes(0), to: minutes(60) }

describe('/api/history', () => {
  it('tells what is kept, and of an empty one that nothing is', async () => {
    const { get } = await server()
    expect((await get('')).json()).toEqual({ journal: { seq: 0, plots: 0, waiting: 0 }, store: { kind: 'sqlite', bytes: 0, damaged: 0 } })
  })

  it('tells of activity, also where there was none', async () => {
    const { get } = await server(SHIP)
    expect((await get(`/activity?${WINDOW}&bins=2`)).json()).toMatchObject({ bins: [{ tracks: 1 }, { tracks: 0 }], marks: [] })
    expect((await (await server()).get(`/activity?${WINDOW}&bins=2`)).json()).toMatchObject({ bins: [{ plots: 0, tracks: 0 }, { plots: 0, tracks: 0 }] })
  })

  it('searches, and finds nothing where there is nothing', async () => {
    expect((await (await server(SHIP)).search(been)).json()).toMatchObject({ hits: [{ track: '1.1', mmsi: 7, name: 'HUGH' }], isTruncated: false })
    expect((await (await server()).search(been)).json()).toMatchObject({ hits: [], isTruncated: false })
  })

  it('gives a window as a file that names what it is', async () => {
    const { get } = await server(SHIP)
    const answer = await get(`/export?${WINDOW}&format=csv&known=then&west=-62&south=12&east=-60&north=14`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="csii-Kingstown-20261124T120000Z-20261124T130000Z-then.csv"')
    expect(answer.body).toContain('tracks: 1; fixes: 2')
    expect((await (await server()).get(`/export?${WINDOW}&format=kml`)).body).toContain('tracks: 0')
  })

  it.each([
    [`/activity?from=5&to=5`, 'SEARCH_INVALID'], ['/activity?from=1', 'BAD_REQUEST'], [`/activity?${WINDOW}&bins=1001`, 'BAD_REQUEST'],
    [`/export?${WINDOW}&format=xls`, 'BAD_REQUEST'], [`/export?${WINDOW}&format=csv&west=1`, 'SEARCH_INVALID'], ['/export?from=9&to=1&format=csv', 'SEARCH_INVALID'],
    [`/export?${WINDOW}&format=csv&west=1&east=2&south=3&north=2`, 'SEARCH_INVALID'],
  ])('refuses %s', async (url, code) => {
    const answer = await (await server(SHIP)).get(url)
    expect([answer.statusCode, answer.json().code, answer.headers['content-type']]).toEqual([400, code, expect.stringContaining('application/problem+json')])
  })

  it.each([
    [{ ...been, mmsi: undefined }, 'SEARCH_INVALID'], [{ ...been, to: 0 }, 'SEARCH_INVALID'], [{ ...been, kind: 'seen' }, 'BAD_REQUEST'],
    [{ ...been, limit: 0 }, 'BAD_REQUEST'], [{ ...been, kind: 'passed', area: { polygon: [] } }, 'BAD_REQUEST'],
    [{ kind: 'passed', from: 0, to: 1, area: { west: 0, east: 1, south: 2, north: 1 } }, 'SEARCH_INVALID'],
    [{ kind: 'closest', from: 0, to: 1, position: { lat: 91, lon: 0 }, within: 5 }, 'BAD_REQUEST'],
  ])('refuses to search for %j', async (request, code) => {
    const answer = await (await server(SHIP)).search(request)
    expect([answer.statusCode, answer.json().code]).toEqual([400, code])
  })
})
