import { describe, expect, it } from 'vitest'
import { measuredOf } from './measured.ts'

const read = (path: string, value: unknown) => measuredOf({ context: 'vessels.x', path, value, time: undefined })

describe('what a boat measures of itself', () => {
  it.each([
    ['propulsion.port.runTime', 3600], ['propulsion.port.state', 'started'],
    ['electrical.batteries.house.voltage', 12.7],
    ['electrical.switches.bilgePump.state', true], ['tanks.fuel.0.currentLevel', 0.4],
    ['environment.inside.engineRoom.temperature', 310],
    ['environment.bilge.level', 0.1],
    ['bilge.main.pump.count', 12], ['sensors.bilgeWater', false], ['steering.rudderAngle', -0.1],
    ['notifications.propulsion.port.oilPressure.state', 'alarm'],
  ])('%s is kept', (path, value) => {
    expect(read(path, value)).toEqual([{ path, value }])
  })

  it.each([
    'navigation.speedOverGround', 'environment.wind.speedTrue', 'name', 'environment.outside.temperature',
    'propulsion',
  ])('%s is not', (path) => {
    expect(read(path, 5)).toEqual([])
  })

  it('may have several fields, of which each is a value', () => {
    expect(read('notifications.bilge.high', { state: 'alarm', method: ['sound'], message: 'Bilge' })).toEqual([
      { path: 'notifications.bilge.high.state', value: 'alarm' },
      { path: 'notifications.bilge.high.message', value: 'Bilge' },
    ])
  })

  it('is normal again when its notification is taken back', () => {
    expect(read(
      'notifications.bilge.high',
      null,
    )).toEqual([{ path: 'notifications.bilge.high.state', value: 'normal' }])
  })

  it.each([null, Infinity, Number.NaN, [], undefined])('is nothing where its value is %j', (value) => {
    expect(read('propulsion.port.runTime', value)).toEqual([])
  })

  it('is bounded in length and depth', () => {
    expect(read('propulsion.port.label', 'x'.repeat(999))[0]!.value).toHaveLength(256)
    let deep: unknown = 1
    for (let i = 0; i < 20; i++) deep = { a: deep }
    expect(read('propulsion.port', deep)).toEqual([])
  })

  it('has a path of plain names only', () => {
    expect(read('propulsion.<script>', 1)).toEqual([])
    expect(read(
      'propulsion.port',
      { 'a b': 1, ['x'.repeat(65)]: 1, ok: 1 },
    )).toEqual([{ path: 'propulsion.port.ok', value: 1 }])
  })
})
