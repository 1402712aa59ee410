import type { SensorKind } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { MAX_SENSORS } from '../pipeline/track-table.ts'
import { MOST_SOURCES, type SourceConfig } from '../platform/config.ts'
import { checkUrl } from '../platform/transports/transports.ts'
import { memoryStore } from './fixtures/memory-store.ts'
import { createSourceRegister, MOST_PAGE_SOURCES } from './source-register.ts'

const kinds: readonly Pick<SensorKind, 'id' | 'options'>[] = [{ id: 'ais' }, { id: 'asterix' }]
const known = { kinds, checkUrl }
const fixed: SourceConfig = {
  id: 'kingstown', title: 'Kingstown', kind: 'ais', url: 'tcp://me:word@192.0.2.1:1', nation: 'VCT', simulated: false,
}
const bequia = { title: 'Bequia', url: 'udp://0.0.0.0:10110' }

function start() {
  const desk = { ...fixed, id: 'desk.reports', url: 'desk:live' }
  const sources = new Map([[fixed.id, fixed], [desk.id, desk]])
  const store = memoryStore()
  const put = (source: SourceConfig) => void sources.set(source.id, source)
  const register = createSourceRegister({
    store, fixed: [fixed], builtIn: new Set(['desk.reports']), known, nation: 'VCT',
    ingest: {
      list: () => [...sources.values()].map((source) => ({ source, state: 'open', detail: undefined, bytes: 0, dropped: 0, openings: 1 })),
      add: put,
      replace: async (source) => put(source),
      remove: async (id) => void sources.delete(id),
      enable: async (id, enabled) => put({ ...sources.get(id)!, enabled }),
    },
  })
  return { register, sources, store }
}

describe('a source of the page', () => {
  it('runs and is remembered, under an id made of its title, as the nation\'s own', async () => {
    const { register, sources, store } = start()
    expect(await register.add(bequia)).toBe('bequia')
    expect(sources.get('bequia')).toEqual({ id: 'bequia', kind: 'ais', nation: 'VCT', simulated: false, ...bequia })
    expect(store.saved.get('bequia')).toEqual(sources.get('bequia'))
    expect(await register.add(bequia)).toBe('bequia-2')
    expect([register.originOf('bequia'), register.originOf('kingstown')]).toEqual(['page', 'file'])
  })

  it('can be described anew, removed, disabled and enabled', async () => {
    const { register, sources, store } = start()
    await register.add(bequia)
    await register.replace('bequia', { ...bequia, kind: 'asterix' })
    expect(sources.get('bequia')?.kind).toBe('asterix')
    await register.enable('bequia', false)
    expect([sources.get('bequia')?.enabled, store.flags.get('bequia')]).toEqual([false, false])
    await register.remove('bequia')
    expect([sources.has('bequia'), store.saved.size]).toEqual([false, 0])
  })

  it('is found by a restart as it was last asked for, when it was disabled and described anew at once', async () => {
    const { register, sources, store } = start()
    await register.add(bequia)
    await Promise.all([register.enable('bequia', false), register.replace('bequia', { ...bequia, enabled: true })])
    expect([sources.get('bequia')?.enabled, store.flags.get('bequia')]).toEqual([true, true])
    await Promise.all([register.replace('bequia', { ...bequia, enabled: true }), register.enable('bequia', false)])
    expect([sources.get('bequia')?.enabled, store.flags.get('bequia')]).toEqual([false, false])
  })

  it('keeps the password that the page was not shown, until another address is given', async () => {
    const { register, sources } = start()
    await register.add({ id: 'feed', url: 'tcp://me:word@192.0.2.9:1' })
    await register.replace('feed', { title: 'Feed', url: 'tcp://192.0.2.9:1' })
    expect(sources.get('feed')).toMatchObject({ title: 'Feed', url: 'tcp://me:word@192.0.2.9:1' })
    await register.replace('feed', { url: 'tcp://192.0.2.9:2' })
    expect(sources.get('feed')?.url).toBe('tcp://192.0.2.9:2')
  })

  it.each([
    ['of an id that is taken', { ...bequia, id: 'kingstown' }, 'SOURCE_EXISTS', 'There is a source kingstown already'],
    ['of an id that is none', { ...bequia, id: 'A B' }, 'SOURCE_INVALID', 'Id of the source is no id. Write id:'],
    ['of an unknown kind', { ...bequia, kind: 'sonar' }, 'SOURCE_INVALID', 'Write one of these: kind: ais, kind: asterix'],
    ['at no address', { ...bequia, url: 'gopher://x' }, 'SOURCE_INVALID', 'Url of the source is no address of a sensor'],
    ['that reads a file', { ...bequia, url: 'file:/etc/passwd' }, 'TRANSPORT_NOT_ALLOWED', 'configuration file only'],
    ['with an option that its kind does not have', { ...bequia, options: { x: 1 } }, 'SOURCE_INVALID', 'Options has no setting "x"'],
  ])('%s is refused', async (_what, description, code, sentence) => {
    const { register, store } = start()
    await expect(register.add(description)).rejects.toMatchObject({ code, message: expect.stringContaining(sentence) })
    expect(store.saved.size).toBe(0)
  })

  it('is refused when there are too many', async () => {
    const { register } = start()
    for (let n = 0; n < MOST_PAGE_SOURCES; n++) await register.add(bequia)
    await expect(register.add(bequia)).rejects.toMatchObject({ code: 'SOURCE_LIMIT' })
    expect(MOST_SOURCES).toBe(MAX_SENSORS - 2)
  })
})

describe('a source of the configuration file', () => {
  it('is not changed or removed on the page, and can be disabled', async () => {
    const { register, sources } = start()
    await expect(register.replace('kingstown', bequia)).rejects.toMatchObject({ code: 'SOURCE_IN_FILE' })
    await expect(register.remove('kingstown')).rejects.toMatchObject({ code: 'SOURCE_IN_FILE' })
    await register.enable('kingstown', false)
    expect(sources.get('kingstown')).toEqual({ ...fixed, enabled: false })
  })
})

describe('a source that is built in', () => {
  it('stays as it is', async () => {
    const { register, sources } = start()
    const before = sources.get('desk.reports')
    expect(register.originOf('desk.reports')).toBe('built-in')
    for (const change of [register.replace('desk.reports', bequia), register.remove('desk.reports'), register.enable('desk.reports', false)]) {
      await expect(change).rejects.toMatchObject({ code: 'SOURCE_BUILT_IN' })
    }
    expect(sources.get('desk.reports')).toBe(before)
  })

  it('cannot be described', async () => {
    const { register } = start()
    await expect(register.add({ ...bequia, id: 'desk.other' })).rejects.toMatchObject({ code: 'SOURCE_INVALID' })
    await expect(register.add({ ...bequia, url: 'desk:live' })).rejects.toMatchObject({ code: 'SOURCE_INVALID' })
  })
})

describe('a source that does not exist', () => {
  it('cannot be changed', async () => {
    const { register } = start()
    for (const change of [register.replace('x', bequia), register.remove('x'), register.enable('x', true)]) {
      await expect(change).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' })
    }
  })
})
