import type { PreviewLine } from '@csii/contract'
import { sensorKinds } from '@csii/codecs'
import { describe, expect, it } from 'vitest'
import { createProposer } from './proposer.ts'

const vms = sensorKinds.find(({ id }) => id === 'vms')
const ais = sensorKinds.find(({ id }) => id === 'ais')
const LIST = 'Baliza;Fecha;Latitud;Longitud\n12;03/04/2026 12:30;13,0875;-61,2583\n'

function start() {
  const told: PreviewLine[] = []
  return { told, proposer: createProposer((line) => told.push(line)) }
}

describe('what is proposed for a source that is tested', () => {
  it('is the mapping of a list, once, and what only a person can tell', () => {
    const { told, proposer } = start()
    proposer.propose(vms)
    for (const half of [LIST.slice(0, 20), LIST.slice(20)]) proposer.add(Buffer.from(half))
    proposer.propose(vms)
    proposer.propose(vms)
    expect(told).toEqual([{ proposal: { key: 'mapping', value: expect.stringContaining('lat=Latitud'), missing: ['timeFormat'] } }])
  })

  it('is nothing for sensors that need no such thing, or where somebody has set it', () => {
    const { told, proposer } = start()
    proposer.add(Buffer.from(LIST))
    proposer.propose(undefined)
    proposer.propose(ais)
    proposer.propose(vms, { mapping: 'id=1 time=2 lat=3 lon=4' })
    expect(told).toEqual([])
  })

  it('looks at the beginning only', () => {
    const { told, proposer } = start()
    proposer.add(Buffer.from('x'.repeat(5000)))
    proposer.add(Buffer.from(`\n${LIST}`))
    proposer.propose(vms)
    expect(told).toEqual([])
  })
})
