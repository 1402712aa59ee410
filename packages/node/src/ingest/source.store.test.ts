import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { describeStores } from '../platform/store/fixtures/describe-stores.ts'
import { createSourceStore } from './source.store.ts'

const bequia: SourceConfig = {
  id: 'bequia', title: 'Bequia', kind: 'asterix', url: 'udp://0.0.0.0:8600', nation: 'VCT', simulated: false,
  position: { lat: 13, lon: -61.2 }, antennaHeight: 120, options: { editions: '048=1.27' }, enabled: true,
}

describeStores('what people set up on the page', (stores) => {
  const log = createLog('silent')

  it('outlives a restart, in the order in which it was added', async () => {
    const place = await stores.place()
    const first = await stores.open(place)
    const store = await createSourceStore(first, log)
    await store.save(bequia)
    await store.save({ ...bequia, id: 'canouan', enabled: false })
    await store.save({ ...bequia, title: 'Bequia hill' })
    await store.setEnabled('of-the-file', false)
    await first.close()
    const again = await createSourceStore(await stores.open(place), log)
    const { enabled: _, ...described } = bequia
    expect(await again.added()).toEqual([{ ...described, title: 'Bequia hill' }, { ...described, id: 'canouan' }])
    expect(await again.enabled()).toEqual(new Map([['bequia', true], ['canouan', false], ['of-the-file', false]]))
  })

  it('is left out when its row is damaged, and the others are kept', async () => {
    const opened = await stores.open()
    const store = await createSourceStore(opened, log)
    await store.save(bequia)
    for (const damaged of ['{"id":', '[]', 'null']) {
      await sql`INSERT INTO page_source (id, description) VALUES (${damaged}, ${damaged})`.execute(opened.db)
    }
    expect(await store.added()).toHaveLength(1)
  })

  it('is gone when it was removed, with its flag: another source of that id begins afresh', async () => {
    const store = await createSourceStore(await stores.open(), log)
    await store.save({ ...bequia, enabled: false })
    await store.remove('bequia')
    expect(await store.added()).toEqual([])
    expect((await store.enabled()).size).toBe(0)
  })
})
