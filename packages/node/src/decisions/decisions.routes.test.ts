import type { DecisionView, NewDecision } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { refusal } from '../platform/errors.ts'
import { createLog } from '../platform/log.ts'
import { createServer } from '../platform/server.ts'
import { decisionsRoutes } from './decisions.routes.ts'

const PIN: NewDecision = { kind: 'pin', trackId: 'T-1', identity: '377000001', by: 'JB' }
const KEPT: DecisionView = { ...PIN, id: 'D-1', by: 'JB', at: 5, state: 'standing' }

async function server() {
  const asked: unknown[] = []
  const app = await createServer({ host: '127.0.0.1', log: createLog('silent') })
  await app.register(decisionsRoutes, {
    async decide(decision) {
      asked.push(decision)
      if (decision.trackId === 'T-9') throw refusal('TRACK_NOT_FOUND', 'There is no track T-9.')
      return KEPT
    },
    async undo(id, by) {
      asked.push([id, by])
      if (id !== 'D-1') throw refusal('DECISION_NOT_FOUND', `No decision ${id} stands.`)
    },
    list: async () => ({ decisions: [KEPT] }),
  })
  const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ method, url, headers: { host: 'localhost', ...headers }, ...(payload && { payload }) })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }
  return { app, asked, ask }
}

describe('/api/decisions', () => {
  it('takes a decision, lists what was decided, and takes it back', async () => {
    const { ask, asked } = await server()
    expect(await ask('POST', '/api/decisions', PIN)).toEqual({ status: 201, body: KEPT })
    expect(await ask('GET', '/api/decisions')).toEqual({ status: 200, body: { decisions: [KEPT] } })
    expect(await ask('DELETE', '/api/decisions/D-1?by=KM')).toEqual({ status: 204, body: undefined })
    expect(asked).toEqual([PIN, ['D-1', 'KM']])
  })

  it('says why it refuses', async () => {
    const { ask } = await server()
    expect(await ask('POST', '/api/decisions', { ...PIN, trackId: 'T-9' })).toMatchObject({ status: 404, body: { code: 'TRACK_NOT_FOUND' } })
    expect(await ask('DELETE', '/api/decisions/D-7')).toMatchObject({ status: 404, body: { code: 'DECISION_NOT_FOUND' } })
  })

  it.each([
    ['nothing', {}],
    ['a kind that nobody knows', { ...PIN, kind: 'sink' }],
    ['a field that no decision has', { ...PIN, why: 'because' }],
    ['an empty identity', { ...PIN, identity: '' }],
    ['a name without end', { ...PIN, by: 'x'.repeat(41) }],
    ['a name of control characters', { ...PIN, by: 'J\u0007B' }],
  ])('refuses %s', async (_what, body) => {
    const { ask, asked } = await server()
    expect(await ask('POST', '/api/decisions', body)).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } })
    expect(asked).toEqual([])
  })

  it('refuses too much', async () => {
    const { ask } = await server()
    expect(await ask('POST', '/api/decisions', { ...PIN, by: 'x'.repeat(5000) })).toMatchObject({ status: 413, body: { code: 'TOO_LARGE' } })
  })

  it.each(['POST', 'DELETE'] as const)('is used by the node\'s own page only: %s', async (method) => {
    const { ask, asked } = await server()
    const foreign = { origin: 'https://elsewhere.example' }
    const url = method === 'POST' ? '/api/decisions' : '/api/decisions/D-1'
    expect(await ask(method, url, method === 'POST' ? PIN : undefined, foreign)).toMatchObject({ status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } })
    expect(asked).toEqual([])
  })

  it('is described to programs', async () => {
    const { app, ask } = await server()
    await app.ready()
    const { body } = await ask('GET', '/api/openapi.json')
    expect(Object.keys(body.paths['/api/decisions'])).toEqual(['get', 'post'])
    expect(Object.keys(body.paths['/api/decisions/{id}'].delete.responses)).toContain('404')
  })
})
