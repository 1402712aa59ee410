import type { SensorOption, SensorOptions } from '@csii/model'
import type { PolarSigma } from '../polar.ts'
import type { Editions } from './category.ts'
import { readEditions } from './editions.ts'

const EDITIONS: SensorOption = {
  key: 'editions',
  form: 'text',
  usual: 'the newest edition of each category',
  fault(value) {
    const editions = readEditions(wordsOf(value))
    return editions.ok ? undefined : `is not understood: ${editions.problem.replace(/\.$/, '')}`
  },
  write: 'editions: 048=1.27 062=1.18, with a blank between categories.',
}

function sigmaOption(key: string, most: number, usual: string, unit: string): SensorOption {
  return {
    key,
    form: 'number',
    usual,
    fault: (value) =>
      typeof value === 'number' && value > 0 && value <= most ? undefined : `is no number above 0, up to ${most}`,
    write: `the standard deviation of one plot in ${unit}, above 0, up to ${most}.`,
  }
}

export const ASTERIX_OPTIONS: readonly SensorOption[] = [
  EDITIONS,
  sigmaOption('rangeSigma', 5000, '160 of a primary, 80 of a secondary, 20 of a surface radar', 'metres'),
  sigmaOption('azimuthSigmaDeg', 10, '0.36 of a primary, 0.18 of a secondary, 0.25 of a surface radar', 'degrees'),
]

/** The editions that a technician set; undefined where none did. */
export function editionsOf(options: SensorOptions = {}): Editions | undefined {
  const editions = options['editions']
  if (editions === undefined) return undefined
  const read = readEditions(wordsOf(editions))
  if (!read.ok) throw new Error(`An option of a sensor was not checked: ${read.problem}`)
  return read.value
}

/** How much the radar errs, as far as a technician knows it. */
export function sigmaOf({ rangeSigma, azimuthSigmaDeg }: SensorOptions = {}): Partial<PolarSigma> {
  return {
    ...(typeof rangeSigma === 'number' && { range: rangeSigma }),
    ...(typeof azimuthSigmaDeg === 'number' && { azimuthDeg: azimuthSigmaDeg }),
  }
}

const wordsOf = (value: string | number): string[] => String(value).split(/[\s,]+/).filter((word) => word !== '')
