import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createHearing } from '../pipeline/hearing.ts'
import { openDatabase } from '../platform/database.ts'
import { createCoverageStore } from './coverage.store.ts'

const closers: (() => void)[] = []
afterEach(() =>
  closers
    .splice(0)
    .toReversed()
    .forEach((close) => close()),
)

function open() {
  const directory = mkdtempSync(join(tmpdir(), 'csii-coverage-'))
  const database = openDatabase(directory)
  closers.push(
    () => rmSync(directory, { recursive: true }),
    () => database.close(),
  )
  return createCoverageStore(database)
}
const learned = (id: string, simulated = false) => {
  const hearing = createHearing({ id, kind: 'ais', simulated })
  hearing.plot({
    sensorId: id,
    time: 1,
    receivedAt: 1,
    simulated,
    position: { lat: 13, lon: -61 },
    covariance: { ee: 1, en: 0, nn: 1 },
  })
  return hearing.save()
}

describe('the store of what sensors hear', () => {
  it('gives back what was saved last', () => {
    const store = open()
    store.save({ ...learned('hill'), antenna: 'before' }, 1)
    store.save(learned('hill'), 2)
    expect(store.load()).toEqual([learned('hill')])
  })

  it('never keeps an exercise', () => {
    const store = open()
    store.save(learned('exercise', true), 1)
    expect(store.load()).toEqual([])
  })

  it('forgets sensors that were not saved for long', () => {
    const store = open()
    store.save(learned('gone'), 1)
    store.save(learned('hill'), 100)
    store.forgetBefore(50)
    expect(store.load().map(({ sensorId }) => sensorId)).toEqual(['hill'])
  })
})
