import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createHearing } from '../pipeline/hearing.ts'
import { createLog } from '../platform/log.ts'
import { describeStores } from '../platform/store/fixtures/describe-stores.ts'
import { createCoverageStore } from './coverage.store.ts'

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

describeStores('the store of what sensors hear', (stores) => {
  const open = async () => {
    const opened = await stores.open()
    return { ...(await createCoverageStore(opened, createLog('silent'))), db: opened.db }
  }

  it('leaves out a row that is damaged: that sensor learns anew', async () => {
    const store = await open()
    for (const id of ['hill', 'cut', 'bare']) await store.save(learned(id), 1)
    await sql`UPDATE hearing SET hearing = '{' WHERE sensor_id = 'cut'`.execute(store.db)
    await sql`UPDATE hearing SET hearing = '{"sensorId":"bare"}' WHERE sensor_id = 'bare'`.execute(store.db)
    expect((await store.load()).map(({ sensorId }) => sensorId)).toEqual(['hill'])
  })

  it('gives back what was saved last', async () => {
    const store = await open()
    await store.save({ ...learned('hill'), antenna: 'before' }, 1)
    await store.save(learned('hill'), 2)
    expect(await store.load()).toEqual([learned('hill')])
  })

  it('never keeps an exercise', async () => {
    const store = await open()
    await store.save(learned('exercise', true), 1)
    expect(await store.load()).toEqual([])
  })

  it('forgets sensors that were not saved for long', async () => {
    const store = await open()
    await store.save(learned('gone'), 1)
    await store.save(learned('hill'), 100)
    await store.forgetBefore(50)
    expect((await store.load()).map(({ sensorId }) => sensorId)).toEqual(['hill'])
  })
})
