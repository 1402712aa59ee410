import { describe, expect, it } from 'vitest'
import { sharedFile } from '../../oracles/oracles.ts'
import { PcapReader } from '../pcap.ts'
import { decodeAsterix } from './decode.ts'
import { encodeAsterix } from './encode.ts'
import { withRegisters } from './registers.ts'

function payloadsOf(capture: Uint8Array): Uint8Array[] {
  const payloads: Uint8Array[] = []
  const reader = new PcapReader({
    datagram: (bytes, from, to) => void payloads.push(bytes.slice(from, to)),
    problem: (problem) => expect.fail(problem),
  })
  reader.read(capture)
  reader.end()
  return payloads
}

const capture = sharedFile('asterix/cat_034_048.pcap')
const expected = sharedFile('asterix/cat_034_048.pcap.json')
const payloads = capture ? payloadsOf(capture) : []
const records = payloads.flatMap((payload) => decodeAsterix(payload, 0, payload.length).records)

type Leaf = readonly [path: string, value: unknown]

/** Every value of an object by its path; of a value without a name, the path ends with nothing. */
function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, each]) => leavesOf(each, `${path}/${name}`))
}

/** What the other decoder calls spare, or repeats of the register number, or the bits that chain parts. */
const WITHOUT_MEANING = /\/(spare|FX|res1|res2)$/

/** The other decoder's names, where the standard's are others. It adds 'P' groups, and names for values without one. */
const RENAMED: [RegExp, string][] = [
  [/^I034\/000\/MsgTyp$/, 'I034/000'], [/^I034\/020\/Azi$/, 'I034/020'], [/^I034\/030\/ToD$/, 'I034/030'],
  [/^I034\/041\/RotS$/, 'I034/041'], [/^I034\/120\/Height$/, 'I034/120/HGT'], [/^I034\/120\/Lon$/, 'I034/120/LON'],
  [/^(I034\/0[56]0\/(PSR|SSR|MDS))\/\2/, '$1/'],
  [/^I048\/140\/ToD$/, 'I048/140'], [/^I048\/220\/ACAddr$/, 'I048/220'], [/^I048\/240\/TId$/, 'I048/240'],
  [/^I048\/070\/Mode3A$/, 'I048/070/MODE3A'], [/^I048\/110\/3D_Height$/, 'I048/110/3DH'], [/^I048\/161\/Tn$/, 'I048/161/TRN'],
  [/^I048\/200\/CGS$/, 'I048/200/GSP'], [/^I048\/200\/CHdg$/, 'I048/200/HDG'],
  [/^I048\/130\/\w+P\//, 'I048/130/'],
  [/^I048\/230\/ModeSSSC$/, 'I048/230/MSSC'], [/^I048\/230\/BDS16$/, 'I048/230/B1A'], [/^I048\/230\/BDS37$/, 'I048/230/B1B'],
  [/^(I048\/250\/\d+)\/BDS$/, '$1/BDS'], [/^(I048\/250\/\d+)\/VAL$/, '$1/MBDATA'],
  [/^(I048\/250\/\d+)\/(MCP|FMS)_ALT_STATUS$/, '$1/REGISTER/$2_STATUS'], [/^(I048\/250\/\d+)\/(MCP|FMS)_ALT$/, '$1/REGISTER/$2'],
  [/^(I048\/250\/\d+)\/TARGET_ALT_STATUS$/, '$1/REGISTER/TARGET_STATUS'],
  [/^(I048\/250\/\d+)\/TARGET_ALT_SOURCE$/, '$1/REGISTER/TARGET'],
  [/^(I048\/250\/\d+)\/RA(_STATUS)?$/, '$1/REGISTER/ROLL$2'], [/^(I048\/250\/\d+)\/IAS_STAT$/, '$1/REGISTER/IAS_STATUS'],
  [/^(I048\/250\/\d+)\/BAR(_STATUS)?$/, '$1/REGISTER/BVR$2'],
  [/^(I048\/250\/\d+)\/(?!BDS$|MBDATA$|REGISTER)/, '$1/REGISTER/'],
]

const ourPath = (category: string, path: string): string => {
  const named = `${category}${path}`.replace(/^CAT(\d+)\/I(\w+)/, 'I$1/$2')
  const rule = RENAMED.find(([pattern]) => pattern.test(named))
  return rule ? named.replace(...rule) : named
}

/** Our value in the other decoder's unit and form. */
function converted(path: string, value: unknown, ours: ReadonlyMap<string, unknown>): unknown {
  if (path === 'I048/200/GSP') return Number(value) * 3600
  if (path.endsWith('/BDS')) return [1, 2].map((half) => Number(ours.get(`${path}${half}`)).toString(16)).join('')
  return value
}

describe.runIf(capture && expected)('a capture of seven radars', () => {
  const lines = String(expected).split('\n').filter((line) => line.trim() !== '')

  it('has as many records as another decoder finds', () => {
    expect(records.map(({ cat }) => cat).filter((cat) => cat === 34)).toHaveLength(34)
    expect(records.map(({ cat }) => cat).filter((cat) => cat === 48)).toHaveLength(128)
    expect(lines).toHaveLength(162)
  })

  it('agrees with it on every value', () => {
    let compared = 0
    const differences: string[] = []
    lines.forEach((line, index) => {
      const { cat, ...theirs } = JSON.parse(line)
      const category = `CAT${String(cat).padStart(3, '0')}`
      const ours = new Map(leavesOf(withRegisters(records[index]!).items).map(([path, value]) => [path.slice(1), value]))
      for (const [path, value] of leavesOf(theirs[category])) {
        if (WITHOUT_MEANING.test(path)) continue
        compared++
        const place = ourPath(category, path)
        const own = converted(place, ours.get(place), ours)
        const isEqual = typeof value === 'number' ? Math.abs(Number(own) - value) <= 2e-7 * Math.max(1, Math.abs(value)) : own === value
        if (!isEqual) differences.push(`${index} ${place}: ${String(own)} for ${String(value)}`)
      }
    })
    expect(differences).toEqual([])
    expect(compared).toBe(6912)
  })

  it('leaves no item out that the other decoder has, nor has one more', () => {
    const names = lines.map((line) => {
      const { cat, ...theirs } = JSON.parse(line)
      const number = String(cat).padStart(3, '0')
      return Object.keys(theirs[`CAT${number}`]).map((item) => `I${number}/${item.slice(1)}`).sort()
    })
    expect(records.map(({ items }) => Object.keys(items).sort())).toEqual(names)
  })

  it('is written again octet for octet, but for empty call signs of zeros, which become blanks', () => {
    const differing = payloads.flatMap((payload) => {
      const { records: heard } = decodeAsterix(payload, 0, payload.length)
      const isSame = Buffer.compare(encodeAsterix(heard), payload) === 0
      return isSame ? [] : [heard.filter(({ items }) => items['I048/240'] === '        ').length]
    })
    expect(differing).toEqual([1, 1])
  })
})
