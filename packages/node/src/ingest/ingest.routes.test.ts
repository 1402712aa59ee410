import { DECODE_PROBLEMS, type DecodeProblem } from '@csii/model'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { handleErrors } from '../platform/errors.ts'
import { createLog } from '../platform/log.ts'
import { ingestRoutes, type Readings } from './ingest.routes.ts'

const source: SourceConfig = {
  id: 'castries', title: 'Castries', kind: 'ais', url: 'tcp://me:secret@192.0.2.1:4001', nation: 'LCA', simulated: false, position: { lat: 14, lon: -61 },
  antennaHeight: 40, options: { editions: '048=1.27' },
}
// Every problem has its count by construction, which `fromEntries` cannot say in its type.
const problems = Object.fromEntries(DECODE_PROBLEMS.map((problem) => [problem, 0])) as Record<DecodeProblem, number>
const readings: Readings = {
  counts: { received: 10, decoded: 7, duplicates: 2, pending: 0, problems: { ...problems, checksum: 1 } }, lastHeardAt: 42, messagesPerSecond: 0.9,
  delay: { medianMs: 900, p95Ms: 2000, leastMs: -10 },
  health: { state: 'dead', since: 40, reason: 'no-line', numbers: { silent: 60 }, normalIntervalMs: 5000 },
}

async function server() {
  const app = Fastify()
  handleErrors(app, createLog('silent'))
  await app.register(ingestRoutes, {
    ingest: { list: () => [{ source, state: 'waiting', detail: 'ECONNREFUSED', bytes: 99, dropped: 3, openings: 1 }] },
    readings: () => readings,
    originOf: () => 'page',
    inspect: async () => [{ problem: 'checksum', receivedAt: 41, bytes: Uint8Array.of(0x21, 0x41, 0, 0xff) }],
  })
  return app
}

describe('/api/sources', () => {
  it('shows each source with its health, and without its secrets', async () => {
    const answer = await (await server()).inject('/api/sources')
    expect(answer.json()).toEqual([{
      id: 'castries', title: 'Castries', kind: 'ais', url: 'tcp://192.0.2.1:4001', nation: 'LCA', simulated: false, position: { lat: 14, lon: -61 },
      antennaHeight: 40, options: { editions: '048=1.27' }, origin: 'page', enabled: true, delay: { medianMs: 900, p95Ms: 2000, leastMs: -10 },
      health: { state: 'dead', since: 40, reason: 'no-line', numbers: { silent: 60 }, normalIntervalMs: 5000 },
      state: 'waiting', detail: 'ECONNREFUSED', bytes: 99, dropped: 3, messagesPerSecond: 0.9, lastHeardAt: 42,
      received: 10, decoded: 7, duplicates: 2, pending: 0, problems: { ...problems, checksum: 1 },
    }])
  })
})

describe('the inspection of a source', () => {
  it('shows what was refused, safe to look at', async () => {
    const answer = await (await server()).inject('/api/sources/castries/inspection')
    expect(answer.json()).toEqual({ rejected: [{ problem: 'checksum', receivedAt: 41, text: '!A\\x00\\xff' }] })
  })

  it('of a source that does not exist is refused', async () => {
    const answer = await (await server()).inject('/api/sources/nowhere/inspection')
    expect(answer.json()).toMatchObject({ status: 404, code: 'SOURCE_NOT_FOUND' })
  })
})
