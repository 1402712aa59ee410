import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCoordinate, type Axis } from './coordinate.ts'

describe('a coordinate', () => {
  const place = 13 + 5.2 / 60
  it.each([
    ['13.086667', 'lat', place, 1e-6],
    ['13,086667', 'lat', place, 1e-6],
    ['+13.086667', 'lat', place, 1e-6],
    [' 13.086667 N ', 'lat', place, 1e-6],
    ['n13.086667', 'lat', place, 1e-6],
    ['13.086667°S', 'lat', -place, 1e-6],
    ["13°05.2'N", 'lat', place, 0.1 / 60],
    ['13º05,2′ N', 'lat', place, 0.1 / 60],
    ['13 05.2 S', 'lat', -place, 0.1 / 60],
    ['13-05.2N', 'lat', place, 0.1 / 60],
    ['13:05.2', 'lat', place, 0.1 / 60],
    ['13°05\'12"N', 'lat', place, 1 / 3600],
    ['13 05 12.0 N', 'lat', place, 0.1 / 3600],
    ['1305.20N', 'lat', place, 0.01 / 60],
    ['N1305', 'lat', 13 + 5 / 60, 1 / 60],
    ['130512N', 'lat', place, 1 / 3600],
    ['06115.5W', 'lon', -(61 + 15.5 / 60), 0.1 / 60],
    ['W06115', 'lon', -61.25, 1 / 60],
    ['61.25 O', 'lon', -61.25, 0.01],
    ['-61.25', 'lon', -61.25, 0.01],
    ['180', 'lon', 180, 1],
    ['90 S', 'lat', -90, 1],
  ] as const)('%s is read as %s', (text, axis, degrees, step) => {
    const read = parseCoordinate(text, axis)
    expect(read?.degrees).toBeCloseTo(degrees, 6)
    expect(read?.step).toBeCloseTo(step, 9)
  })

  it('has its hemisphere from a column of its own', () => {
    expect(parseCoordinate('1305.20', 'lat', 's')?.degrees).toBeCloseTo(-13.0866667, 6)
    expect(parseCoordinate('61.25', 'lon', 'West')?.degrees).toBe(-61.25)
    expect(parseCoordinate('61.25W', 'lon', 'W')?.degrees).toBe(-61.25)
  })

  it('is zero without a sign', () => {
    expect(parseCoordinate('0.0S', 'lat')?.degrees).toBe(0)
  })

  it.each([
    ['', 'lat'],
    ['north', 'lat'],
    ['13.0.1', 'lat'],
    ['91', 'lat'],
    ['90.001N', 'lat'],
    ['181', 'lon'],
    ['905.2', 'lat'],
    ["13°60.0'N", 'lat'],
    ['13 05 60 N', 'lat'],
    ['13.5 05 N', 'lat'],
    ['13 05.2 06 N', 'lat'],
    ['1 2 3 4', 'lat'],
    ['13.1E', 'lat'],
    ['61.2N', 'lon'],
    ['N13.1S', 'lat'],
    ['-13.1N', 'lat'],
    ['13075800', 'lat'],
    ['1e1', 'lat'],
    ['0x10', 'lat'],
    ['--13', 'lat'],
    ['13.', 'lat'],
    ['NaN', 'lat'],
    ['Infinity', 'lat'],
    ['13;05', 'lat'],
    [`13.${'0'.repeat(60)}`, 'lat'],
  ] as const)('is none in %j', (text, axis) => {
    expect(parseCoordinate(text, axis)).toBeUndefined()
  })

  it('contradicts a column of another hemisphere', () => {
    expect(parseCoordinate('13.1N', 'lat', 'S')).toBeUndefined()
    expect(parseCoordinate('-13.1', 'lat', 'S')).toBeUndefined()
    expect(parseCoordinate('13.1', 'lat', 'E')).toBeUndefined()
  })

  it('is within half a step of what was written, in every form', () => {
    const pad = (value: number, digits: number) => String(value).padStart(digits, '0')
    const forms = (size: number, axis: Axis, letter: string): string[] => {
      const minutes = Math.round(size * 60 * 1000) / 1000
      const [whole, rest] = [Math.floor(minutes / 60), (minutes % 60).toFixed(3).padStart(6, '0')]
      const seconds = Math.round(size * 3600)
      const width = axis === 'lat' ? 2 : 3
      const [d, m, s] = [Math.floor(seconds / 3600), pad(Math.floor(seconds / 60) % 60, 2), pad(seconds % 60, 2)]
      return [
        `${size.toFixed(5)}${letter}`,
        `${letter} ${size.toFixed(3)}`,
        `${whole}°${rest}'${letter}`,
        `${pad(whole, width)} ${rest} ${letter}`,
        `${pad(whole, Math.max(2, width))}${rest}${letter}`,
        `${d}°${m}'${s}"${letter}`,
        `${letter}${pad(d, width)}${m}${s}`,
      ]
    }
    const axes = fc.constantFrom(['lat', 'N', 1, 90], ['lat', 'S', -1, 90], ['lon', 'E', 1, 180], [
      'lon',
      'W',
      -1,
      180,
    ] as const)
    fc.assert(
      fc.property(axes, fc.double({ min: 0, max: 0.999, noNaN: true }), ([axis, letter, sign, most], part) => {
        for (const text of forms(part * Number(most), axis as Axis, String(letter))) {
          const read = parseCoordinate(text, axis as Axis)
          expect(read, text).toBeDefined()
          expect(Math.abs(read!.degrees - Number(sign) * part * Number(most)), text).toBeLessThanOrEqual(
            read!.step * 0.5001 + 1e-9,
          )
        }
      }),
    )
  })
})
