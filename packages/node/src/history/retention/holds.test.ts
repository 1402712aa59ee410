import { expect, it } from 'vitest'
import { createLog } from '../../platform/log.ts'
import { createServer } from '../../platform/server.ts'
import { describeStores } from '../../platform/store/fixtures/describe-stores.ts'
import { createHolds } from './holds.ts'
import { holdsRoutes } from './holds.routes.ts'
import { createHoldStore } from './holds.store.ts'

const log = createLog('silent')
const WANTED = { reason: 'case 12', by: 'JB', from: 1000, to: 5000, area: { west: 170, south: -10, east: -170, north: 10 }, track: '3.1042' }

describeStores('evidence', (stores) => {
  async function start(place?: string) {
    const where = place ?? (await stores.place())
    const store = await stores.open(where)
    let now = 100
    const holds = createHolds({
      store: await createHoldStore(store, log), clock: () => (now += 1),
    })
    const app = await createServer({ host: '127.0.0.1', log })
    await app.register(holdsRoutes, holds)
    const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers: Record<string, string> = {}) => {
      const answer = await app.inject({ method, url, headers: { host: 'localhost', ...headers }, ...(payload && { payload }) })
      return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
    }
    return { where, store, holds, ask }
  }

  it('is held, listed, and released', async () => {
    const { ask, holds } = await start()
    const hold = { ...WANTED, id: 'H-1', at: 101 }
    expect(await ask('POST', '/api/holds', WANTED)).toEqual({ status: 201, body: hold })
    expect(await holds.standing()).toEqual([hold])
    expect(await ask('DELETE', '/api/holds/H-1?by=KM')).toEqual({ status: 204, body: undefined })
    expect(await holds.standing()).toEqual([])
    const released = { ...hold, releasedAt: 102, releasedBy: 'KM' }
    expect(await ask('GET', '/api/holds')).toEqual({ status: 200, body: { holds: [released] } })
  })

  it('is still held after a restart, and the next hold has another number', async () => {
    const first = await start()
    await first.ask('POST', '/api/holds', WANTED)
    await first.store.close()
    const second = await start(first.where)
    await second.ask('POST', '/api/holds', { reason: 'case 13', from: 0, to: 1 })
    expect((await second.holds.standing()).map(({ id, by }) => [id, by])).toEqual([['H-2', 'console'], ['H-1', 'JB']])
  })

  it('is not released twice, nor where it never was held', async () => {
    const { ask } = await start()
    await ask('POST', '/api/holds', WANTED)
    await ask('DELETE', '/api/holds/H-1')
    for (const id of ['H-1', 'H-9']) {
      expect(await ask('DELETE', `/api/holds/${id}`)).toMatchObject({ status: 404, body: { code: 'HOLD_NOT_FOUND' } })
    }
  })

  it.each([
    ['no reason', { ...WANTED, reason: '' }],
    ['an end before its beginning', { ...WANTED, to: 0 }],
    ['a track of another form', { ...WANTED, track: 'T-1' }],
    ['an area off the globe', { ...WANTED, area: { ...WANTED.area, north: 91 } }],
    ['what no hold has', { ...WANTED, forEver: true }],
  ])('is not held with %s', async (_what, body) => {
    const { ask, holds } = await start()
    expect(await ask('POST', '/api/holds', body)).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } })
    expect(await holds.standing()).toEqual([])
  })

  it('is held by the node\'s own page only', async () => {
    const { ask } = await start()
    expect(await ask('POST', '/api/holds', WANTED, { origin: 'https://elsewhere.example' })).toMatchObject({ status: 403 })
  })
})
