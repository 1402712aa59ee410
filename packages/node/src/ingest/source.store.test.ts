import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { openDatabase, type Database } from '../platform/database.ts'
import { createLog } from '../platform/log.ts'
import { createSourceStore } from './source.store.ts'

const directory = mkdtempSync(join(tmpdir(), 'csii-sources-'))
const open: Database[] = []
afterEach(() => {
  for (const database of open.splice(0)) database.close()
  rmSync(directory, { recursive: true, force: true })
})

const bequia: SourceConfig = {
  id: 'bequia', title: 'Bequia', kind: 'asterix', url: 'udp://0.0.0.0:8600', nation: 'VCT', simulated: false,
  position: { lat: 13, lon: -61.2 }, antennaHeight: 120, options: { editions: '048=1.27' }, enabled: true,
}

function reopened() {
  for (const database of open.splice(0)) database.close()
  open.push(openDatabase(directory))
  return createSourceStore(open[0]!, createLog('silent'))
}

describe('what people set up on the page', () => {
  it('outlives a restart, in the order in which it was added', () => {
    const store = reopened()
    store.save(bequia)
    store.save({ ...bequia, id: 'canouan', enabled: false })
    store.save({ ...bequia, title: 'Bequia hill' })
    store.setEnabled('of-the-file', false)
    const again = reopened()
    const { enabled: _, ...described } = bequia
    expect(again.added()).toEqual([{ ...described, title: 'Bequia hill' }, { ...described, id: 'canouan' }])
    expect(again.enabled()).toEqual(new Map([['bequia', true], ['canouan', false], ['of-the-file', false]]))
  })

  it('is left out when its row is damaged, and the others are kept', () => {
    const store = reopened()
    store.save(bequia)
    for (const damaged of ['{"id":', '[]', 'null']) {
      open[0]!.sql.prepare('INSERT INTO page_source VALUES (?, ?)').run(damaged, damaged)
    }
    expect(store.added()).toHaveLength(1)
  })

  it('is gone when it was removed, with its flag: another source of that id begins afresh', () => {
    const store = reopened()
    store.save({ ...bequia, enabled: false })
    store.remove('bequia')
    expect(store.added()).toEqual([])
    expect(store.enabled().size).toBe(0)
  })
})
