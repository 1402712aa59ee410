import { describe, expect, it } from 'vitest'
import type { FiledSighting, SightingReading } from '@csii/contract'
import { refusal } from '../platform/errors.ts'
import { createLog } from '../platform/log.ts'
import { createServer } from '../platform/server.ts'
import { sightingsRoutes } from './sightings.routes.ts'

const READING: SightingReading = {
  understood: { language: 'en', howSeen: 'radar' }, left: ['XYZZY'], answer: 'Got: …', position: { lat: 13, lon: -61 },
  ellipse: { semiMajor: 2, semiMinor: 1, orientationDeg: 45 }, trackable: false, simulated: false,
}
const FILED: FiledSighting = { id: 'VCT-REPORT-1', filedAt: 5, ...READING }

async function server() {
  const asked: unknown[] = []
  const app = await createServer({ host: '127.0.0.1', log: createLog('silent') })
  await app.register(sightingsRoutes, {
    read(report) {
      asked.push(['read', report])
      if (report.text === 'hello') throw refusal('SIGHTING_UNCLEAR', 'Nothing of this is understood.')
      return READING
    },
    async file(report) {
      asked.push(['file', report])
      return FILED
    },
    list: async () => ({ sightings: [{ filed: FILED, report: { text: 'SIGHT 13N 61W' } }] }),
  })
  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url, payload, headers: { host: 'localhost', ...headers } })
  return { app, asked, post }
}

describe('/api/sightings', () => {
  it('files a report and answers with what was understood', async () => {
    const { post, asked } = await server()
    const answer = await post('/api/sightings', { text: 'SIGHT 13N 61W' })
    expect([answer.statusCode, answer.json()]).toEqual([201, FILED])
    expect(asked).toEqual([['file', { text: 'SIGHT 13N 61W' }]])
  })

  it('lists what was filed', async () => {
    const { app } = await server()
    const answer = await app.inject({ url: '/api/sightings', headers: { host: 'localhost' } })
    expect(answer.json()).toEqual({ sightings: [{ filed: FILED, report: { text: 'SIGHT 13N 61W' } }] })
  })

  it('says what is understood of a report without filing it, and why nothing is', async () => {
    const { post, asked } = await server()
    expect((await post('/api/sightings/read', { where: '13N 61W', howSeen: 'radar' })).json()).toEqual(READING)
    const refused = await post('/api/sightings/read', { text: 'hello' })
    expect(refused.statusCode).toBe(422)
    expect(refused.headers['content-type']).toContain('application/problem+json')
    expect(refused.json()).toMatchObject({ code: 'SIGHTING_UNCLEAR' })
    expect(asked.map((call) => (call as unknown[])[0])).toEqual(['read', 'read'])
  })

  it.each([
    ['a field that no report has', { text: 'x', colourful: true }, 400, 'BAD_REQUEST'],
    ['a kind that nobody knows', { where: '13N 61W', vesselKind: 'kraken' }, 400, 'BAD_REQUEST'],
    ['a latitude beyond the pole', { position: { lat: 91, lon: 0 } }, 400, 'BAD_REQUEST'],
    ['too long a text', { text: 'x'.repeat(1001) }, 400, 'BAD_REQUEST'],
    ['too much', { text: 'x'.repeat(20_000) }, 413, 'TOO_LARGE'],
  ])('refuses %s', async (_what, body, status, code) => {
    const { post, asked } = await server()
    const answer = await post('/api/sightings', body)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(asked).toEqual([])
  })

  it('takes reports from the node\'s own page only', async () => {
    const { post, asked } = await server()
    const answer = await post('/api/sightings', { text: 'SIGHT 13N 61W' }, { origin: 'https://elsewhere.example' })
    expect(answer.json()).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' })
    expect(asked).toEqual([])
  })

  it('is described to programs', async () => {
    const { app } = await server()
    await app.ready()
    const { paths } = (await app.inject({ url: '/api/openapi.json', headers: { host: 'localhost' } })).json()
    expect(Object.keys(paths['/api/sightings'])).toEqual(['get', 'post'])
    expect(Object.keys(paths['/api/sightings'].post.responses)).toContain('422')
  })
})
