import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { handleErrors } from '../platform/errors.ts'
import { createLog } from '../platform/log.ts'
import { coverageRoutes } from './coverage.routes.ts'

async function server() {
  const asked: (readonly string[] | undefined)[] = []
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } })
  handleErrors(app, createLog('silent'))
  await app.register(coverageRoutes, {
    async view(ids) {
      asked.push(ids)
      return { time: 5, cells: [], horizons: [] }
    },
    alerts: () => [
      {
        sourceId: 'hill',
        title: 'Hill',
        simulated: false,
        state: 'dead',
        since: 1,
        raisedAt: 2,
        reason: 'silent',
        numbers: { silent: 20 },
      },
    ],
  })
  return { app, asked }
}

describe('/api/coverage', () => {
  it('is of all sources, or of those that are named', async () => {
    const { app, asked } = await server()
    expect((await app.inject('/api/coverage')).json()).toEqual({ time: 5, cells: [], horizons: [] })
    await app.inject('/api/coverage?sources=hill,pier-2')
    expect(asked).toEqual([undefined, ['hill', 'pier-2']])
  })

  it.each(['sources=', 'sources=a,,b', 'sources=Hill%20top', 'source=hill', `sources=${'a'.repeat(5000)}`])(
    'refuses ?%s',
    async (query) => {
      const { app, asked } = await server()
      const answer = await app.inject(`/api/coverage?${query}`)
      expect(answer.json()).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
      expect(asked).toEqual([])
    },
  )
})

describe('/api/sensor-alerts', () => {
  it('says which sensors no longer hear, since when and why', async () => {
    const { app } = await server()
    expect((await app.inject('/api/sensor-alerts')).json()).toEqual([
      {
        sourceId: 'hill',
        title: 'Hill',
        simulated: false,
        state: 'dead',
        since: 1,
        raisedAt: 2,
        reason: 'silent',
        numbers: { silent: 20 },
      },
    ])
  })
})
