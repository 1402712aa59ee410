import { describe, expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { checkUrl } from '../platform/transports/transports.ts'
import { memoryStore } from './fixtures/memory-store.ts'
import { sourcesAtStart } from './sources-at-start.ts'

const known = { kinds: [{ id: 'ais' }], checkUrl }
const fixed: SourceConfig = { id: 'kingstown', title: 'Kingstown', kind: 'ais', url: 'tcp://192.0.2.1:1', nation: 'VCT', simulated: false }

describe('a node that starts', () => {
  const log = createLog('silent')

  it('has the sources of its file and of its page, enabled as people left them', async () => {
    const store = memoryStore()
    await store.save({ ...fixed, id: 'bequia' })
    await store.setEnabled('kingstown', false)
    const sources = await sourcesAtStart([fixed], store, known, 'VCT', log)
    expect(sources.map(({ id, enabled }) => [id, enabled])).toEqual([['kingstown', false], ['bequia', undefined]])
  })

  it('leaves out what can no longer be, says so, and forgets nothing', async () => {
    const store = memoryStore()
    const said: unknown[] = []
    await store.save({ ...fixed, kind: 'sonar', id: 'old' })
    await store.save({ ...fixed, title: 'twice' })
    const sources = await sourcesAtStart([fixed], store, known, 'VCT', { ...log, warn: (facts) => void said.push(facts) })
    expect(sources).toEqual([fixed])
    expect(said).toMatchObject([{ description: 'old', why: expect.stringContaining('no kind of sensor') }, { description: 'kingstown' }])
    expect(store.saved.size).toBe(2)
  })
})
