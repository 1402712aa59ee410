import { describe, expect, it } from 'vitest'
import { asterixDecoder, decodeAsterix, type Decoded } from './decode.ts'
import { encodeAsterix } from './encode.ts'

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const decode = (hex: string, editions = {}): Decoded => decodeAsterix(bytesOf(hex), 0, bytesOf(hex).length, editions)

/** Written by hand from the item definitions: the north marker of a radar. */
const NORTH = '22 000B F0 190D 02 356DEE 40'
/** One plot: source, time, roll call, 197.684 NM on 340.137°, Mode 3/A 1000, FL 330. */
const PLOT = '30 0012 FC 19C9 356D4D A0 C5AFF1E0 0200 0528'
const AT_34 = { 'I034/010': { SAC: 25, SIC: 13 }, 'I034/000': 2, 'I034/030': 27_355.859375, 'I034/020': 90 }

describe('a data block', () => {
  it('becomes records with the names and units of the standard', () => {
    expect(decode(NORTH)).toEqual({ records: [{ cat: 34, items: AT_34 }], problems: [] })
  })

  it('holds several records of one category, and other blocks may follow', () => {
    const two = bytesOf(NORTH).slice(3)
    const block = Buffer.concat([bytesOf('22 0013'), two, two])
    const { records, problems } = decodeAsterix(Buffer.concat([block, bytesOf(NORTH)]), 0, block.length + 11)
    expect(records).toHaveLength(3)
    expect(problems).toEqual([])
  })

  it('reads a plot of a secondary radar', () => {
    expect(decode(PLOT).records[0]?.items).toEqual({
      'I048/010': { SAC: 25, SIC: 201 }, 'I048/140': 27_354.6015625,
      'I048/020': { TYP: 5, SIM: 0, RDP: 0, SPI: 0, RAB: 0 }, 'I048/040': { RHO: 197.68359375, THETA: 340.13671875 },
      'I048/070': { V: 0, G: 0, L: 0, MODE3A: '1000' }, 'I048/090': { V: 0, G: 0, FL: 330 },
    })
  })

  it('gives the records before the one that cannot be read, and says where that lies', () => {
    const { records, problems } = decode(`22 0010 ${NORTH.slice(8)} F0 190D 02 35`)
    expect(records).toEqual([{ cat: 34, items: AT_34 }])
    expect(problems).toEqual([{ problem: 'length', from: 11, to: 16 }])
  })

  it('is refused when it names an item that its edition does not have', () => {
    expect(decode('41 0005 01 01').problems).toEqual([{ problem: 'unsupported', from: 3, to: 5 }])
    expect(decode('02 0006 01 08 00').problems).toEqual([{ problem: 'unsupported', from: 3, to: 6 }])
  })

  it('is passed over when its category is none that we know, and the next is read', () => {
    const { records, problems } = decode(`FA 0005 0102 ${NORTH}`)
    expect(records).toHaveLength(1)
    expect(problems).toEqual([{ problem: 'unsupported', from: 3, to: 5 }])
  })

  it('ends everything when its length is shorter than its header: nothing says where the next begins', () => {
    expect(decode(`22 0002 F0 ${NORTH}`)).toEqual({ records: [], problems: [{ problem: 'framing', from: 0, to: 15 }] })
  })

  it('without records is nothing', () => {
    expect(decode('22 0003')).toEqual({ records: [], problems: [] })
    expect(decode('')).toEqual({ records: [], problems: [] })
  })
})

describe('an edition', () => {
  const editions = { 21: '0.26' }
  const old = encodeAsterix([{ cat: 21, items: { 'I021/010': { SAC: 1, SIC: 2 }, 'I021/030': 500, 'I021/210': { DTI: 1, MDS: 0, UAT: 0, VDL: 0, OTR: 0 } } }], editions)

  it('reads what was written in it', () => {
    expect(decodeAsterix(old, 0, old.length, editions).records).toMatchObject([{ items: { 'I021/030': 500 } }])
  })

  it('is detected as the wrong one: what it says is refused, or is doubtful', () => {
    const { records, problems } = decodeAsterix(old, 0, old.length)
    expect(problems.length + records.filter(({ doubts }) => doubts).length).toBeGreaterThan(0)
  })

  it('gives an item the meaning of its time', () => {
    const negative = { 'I048/090': { V: 0, G: 0, FL: -3 } }
    const bytes = encodeAsterix([{ cat: 48, items: negative }], { 48: '1.32' })
    expect(decodeAsterix(bytes, 0, bytes.length).records[0]?.items).toEqual(negative)
    expect(decodeAsterix(bytes, 0, bytes.length, { 48: '1.31' }).records[0]?.items).toEqual({ 'I048/090': { V: 0, G: 0, FL: 4093 } })
  })

  it('that does not exist is an error of whoever asked for it', () => {
    expect(() => asterixDecoder({ 48: '9.9' })).toThrow('Category 048 has no edition 9.9')
  })
})

describe('a doubt', () => {
  it('is raised by spare bits that are set', () => {
    expect(decode('30 0006 20 A8 ').problems).toHaveLength(1)
    expect(decode('30 0007 01 10 F005').records[0]?.doubts).toEqual(['I048/161'])
  })

  it('is raised by a value that the standard excludes', () => {
    const late = encodeAsterix([{ cat: 48, items: { 'I048/140': 90_000 } }])
    expect(decodeAsterix(late, 0, late.length).records).toEqual([{ cat: 48, items: { 'I048/140': 90_000 }, doubts: ['I048/140'] }])
  })
})

describe('a speed that another field scales', () => {
  it.each([
    [{ IM: 0, AS: 0.25 }, 'nautical miles a second'],
    [{ IM: 1, AS: 0.8 }, 'Mach'],
  ])('is read and written in it: %j is %s', (speed) => {
    const bytes = encodeAsterix([{ cat: 21, items: { 'I021/150': speed } }])
    expect(Array.from(bytes.subarray(-2))).toEqual(speed.IM === 0 ? [0x10, 0x00] : [0x83, 0x20])
    expect(decodeAsterix(bytes, 0, bytes.length).records[0]?.items).toEqual({ 'I021/150': speed })
  })

  it('is so in the subfield of a track too', () => {
    const bytes = encodeAsterix([{ cat: 62, items: { 'I062/380': { IAS: { IM: 1, IAS: 0.8 } } } }])
    expect(Array.from(bytes.subarray(-2))).toEqual([0x83, 0x20])
    expect(decodeAsterix(bytes, 0, bytes.length).records[0]?.items).toEqual({ 'I062/380': { IAS: { IM: 1, IAS: 0.8 } } })
  })
})

describe('the reserved expansion field', () => {
  const expansion = { 'I062/RE': { CSN: [{ SAC: 25, SIC: 13, TYP: 1 }] } }

  it('is read as its own definition says', () => {
    const bytes = encodeAsterix([{ cat: 62, items: expansion }])
    expect(decodeAsterix(bytes, 0, bytes.length).records).toEqual([{ cat: 62, items: expansion }])
  })

  it('is kept in hexadecimal digits where it holds something else, and the items behind it are read', () => {
    const items = { 'I062/RE': 'FF00', 'I062/SP': '0102' }
    const bytes = encodeAsterix([{ cat: 62, items }])
    expect(decodeAsterix(bytes, 0, bytes.length)).toEqual({ records: [{ cat: 62, items }], problems: [] })
  })
})

describe('an old radar', () => {
  it('says in its record whether it is a plot or a track, and orders its items so', () => {
    const plot = { 'I001/020': { TYP: 0, SIM: 0, SSRPSR: 1, ANT: 0, SPI: 0, RAB: 0 }, 'I001/040': { RHO: 10, THETA: 90 } }
    const track = { ...plot, 'I001/020': { ...plot['I001/020'], TYP: 1 }, 'I001/161': 77 }
    const bytes = encodeAsterix([{ cat: 1, items: plot }, { cat: 1, items: track }])
    expect(decodeAsterix(bytes, 0, bytes.length).records.map(({ items }) => items)).toEqual([plot, track])
  })

  it('is refused when it does not say which', () => {
    expect(decode('01 0006 80 1901').problems).toMatchObject([{ problem: 'unsupported' }])
  })
})
