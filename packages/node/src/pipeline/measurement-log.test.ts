import type { Measurement } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { MeasurementLog } from './measurement-log.ts'

const measured = (path: string, value: number, time: number, asset = 'boat'): Measurement =>
  ({ sensorId: 'signalk', time, receivedAt: time, simulated: false, asset, path, value })

describe('what the equipment on board states', () => {
  it('is kept as it was stated last, for each path of each boat', () => {
    const log = new MeasurementLog()
    log.note(measured('propulsion.port.runTime', 100, 1))
    log.note(measured('propulsion.port.runTime', 200, 3))
    log.note(measured('propulsion.port.runTime', 150, 2))
    log.note(measured('propulsion.port.runTime', 7, 1, 'other'))
    expect(log.all().map(({ asset, value }) => [asset, value])).toEqual([['boat', 200], ['other', 7]])
  })

  it('gives way, what was heard longest ago first, to a flood of paths', () => {
    const log = new MeasurementLog()
    log.note(measured('flood.4999', 0, 0))
    for (let path = 0; path < 5000; path++) log.note(measured(`flood.${path}`, path, path))
    expect(log.all()).toHaveLength(4096)
    expect(log.all().at(-1)).toMatchObject({ path: 'flood.4999', value: 4999 })
  })
})
