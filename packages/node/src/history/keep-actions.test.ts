import { afterEach, describe, expect, it } from 'vitest'
import { createLog } from '../platform/log.ts'
import { createServer } from '../platform/server.ts'
import { keepActions, type Action } from './keep-actions.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function open(act?: (action: Action) => Promise<void>) {
  const kept: Action[] = []
  const app = await createServer({ host: '127.0.0.1', log: createLog('silent') })
  closers.push(() => app.close())
  keepActions(app, act ?? (async (action) => void kept.push(action)), 50)
  await app.register(async (inner) => {
    inner.post('/api/sources', (_, reply) => reply.code(201).send({}))
    inner.delete('/api/decisions/:id', (_, reply) => reply.code(204).send(null))
    inner.post('/api/refused', (_, reply) => reply.code(409).send({}))
    inner.post('/api/history/search', () => ({}))
    inner.get('/api/tracks', () => [])
  })
  const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const answer = await app.inject({ method, url, headers: { host: 'localhost' }, ...(payload && { payload }) })
    return { status: answer.statusCode, code: answer.body === '' ? undefined : answer.json().code as string | undefined }
  }
  return { kept, ask }
}

describe('what people do', () => {
  it('is kept before it is answered: what was asked for, by whom, and without secrets', async () => {
    const { kept, ask } = await open()
    expect(await ask('POST', '/api/sources', { id: 'feed', url: 'tcp://me:secret@192.0.2.1:5' })).toEqual({ status: 201, code: undefined })
    expect(await ask('DELETE', '/api/decisions/D-1?by=JB')).toMatchObject({ status: 204 })
    expect(kept).toEqual([
      { what: 'POST /api/sources', body: { id: 'feed', url: 'tcp://192.0.2.1:5' }, answer: 201 },
      { what: 'DELETE /api/decisions/D-1', by: 'JB', answer: 204 },
    ])
  })

  it('is no action where it was refused, or was a question only', async () => {
    const { kept, ask } = await open()
    await ask('POST', '/api/refused', {})
    await ask('POST', '/api/history/search', {})
    await ask('GET', '/api/tracks')
    await ask('POST', '/api/nowhere', {})
    expect(kept).toEqual([])
  })

  it('is not acknowledged while it cannot be kept', async () => {
    const { ask } = await open(() => new Promise(() => {}))
    expect(await ask('POST', '/api/sources', {})).toEqual({ status: 503, code: 'NOT_KEPT' })
  })
})
