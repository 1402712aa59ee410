import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { frameworkErrors, handleErrors, refusal } from './errors.ts'
import { createLog } from './log.ts'
import { PROBLEMS } from './problems.ts'

const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')

function server() {
  const app = Fastify({ frameworkErrors })
  handleErrors(app, createLog('silent'))
  const querystring = { type: 'object', properties: { limit: { type: 'integer', maximum: 10 } }, additionalProperties: false }
  app.get('/list', { schema: { querystring } }, () => ({}))
  app.get('/refuse', () => {
    throw refusal('TRACK_NOT_FOUND', 'There is no track T-1.')
  })
  app.get('/fail', () => {
    throw new Error('secret path /var/lib/csii')
  })
  app.post('/take', { bodyLimit: 10 }, () => ({}))
  return app
}

describe('docs/errors.md', () => {
  it('lists every code with its status, and no other', () => {
    const listed = [...page.matchAll(/^\| ([A-Z_]+) \| (\d+) \|/gm)].map(([, code, status]) => [code, Number(status)])
    expect(listed).toEqual(Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]))
  })
})

describe('a refused request', () => {
  it('is answered with one even when its address cannot be read', async () => {
    const answer = await server().inject('/%')
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  })

  it('is answered with a problem document that carries the stable code and the sentence', async () => {
    const answer = await server().inject('/refuse')
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toEqual({
      type: 'urn:csii:problem:TRACK_NOT_FOUND', title: 'No such track', status: 404, detail: 'There is no track T-1.', code: 'TRACK_NOT_FOUND',
    })
  })

  it('names the field that does not fit', async () => {
    const answer = await server().inject('/list?limit=11')
    expect(answer.json()).toMatchObject({ status: 400, code: 'BAD_REQUEST', detail: 'In the query, "limit" must be <= 10.' })
  })

  it('says where the API is described when nothing is at the address', async () => {
    const answer = await server().inject('/nowhere?secret=1')
    expect(answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    expect(answer.json().detail).toBe('GET /nowhere is not known here. /api/openapi.json lists every address of the API.')
  })

  it('tells a stranger nothing of what failed inside', async () => {
    const answer = await server().inject('/fail')
    expect(answer.json()).toMatchObject({ status: 500, code: 'INTERNAL' })
    expect(answer.body).not.toContain('secret')
  })

  it('is refused when its body is too large or no JSON', async () => {
    const large = await server().inject({ method: 'POST', url: '/take', payload: { text: 'x'.repeat(100) } })
    expect(large.json()).toMatchObject({ status: 413, code: 'TOO_LARGE' })
    const broken = await server().inject({ method: 'POST', url: '/take', headers: { 'content-type': 'application/json' }, payload: '{' })
    expect(broken.json()).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  })
})
