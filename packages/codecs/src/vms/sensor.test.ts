import { KNOT } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { latin1, utf8 } from '../columns/fixtures/bytes.ts'
import { heard, naf, NOON, open, RECEIVED } from './fixtures/heard.ts'
import { seeds } from './fixtures/seeds.ts'
import { guessVmsMapping } from './list.ts'
import { looksLikeNaf, looksLikeVmsList } from './looks-like.ts'
import { vms } from './sensor.ts'

const HEADER = 'Vessel Name,Beacon ID,Time,Latitude,Longitude,Speed (kn),Course\n'
const ROW = 'Sea Grape,12,2026-03-01 12:30:00,13.0875,-61.2583,8.5,270\n'

describe('vessel monitoring by messages', () => {
  it('makes a plot of a position report, dated by itself', () => {
    const { plots, counts } = heard(naf())
    expect(plots).toMatchObject([
      {
        sensorId: 'fmc',
        time: NOON,
        receivedAt: RECEIVED,
        simulated: false,
        position: { lat: 13.087, lon: -61.258 },
        courseDeg: 270,
      },
    ])
    expect(plots[0]?.speed).toBeCloseTo(8.5 * KNOT, 9)
    expect(plots[0]?.claim).toMatchObject({ uid: 'VCT000012345', station: 'craft', callSign: 'J8B1234' })
    expect(counts).toMatchObject({ received: 1, decoded: 1, duplicates: 0, pending: 0 })
  })

  it('is as wrong as it was rounded, and as its receiver is', () => {
    const still = { SP: '0', CO: undefined }
    const [fine] = heard(naf(still)).plots
    const [coarse] = heard(naf({ ...still, LT: undefined, LG: undefined, LA: 'N1305', LO: 'W06115' })).plots
    expect(Math.sqrt(fine!.covariance.nn)).toBeCloseTo(Math.hypot(10, 111.12 / Math.sqrt(12)), 3)
    expect(Math.sqrt(coarse!.covariance.nn)).toBeCloseTo(Math.hypot(10, 1852 / Math.sqrt(12)), 3)
    expect(Math.sqrt(heard(naf(still), { accuracy: 500 }).plots[0]!.covariance.nn)).toBeGreaterThan(500)
  })

  it('knows a report that it was told before, by whatever message', () => {
    const { plots, counts } = heard(
      latin1(
        [naf(), naf({ RN: '18' }), naf({ TM: 'ENT' }), naf({ TI: '1330' })]
          .map((each) => String.fromCharCode(...each))
          .join('\n'),
      ),
    )
    expect(plots.map((plot) => plot.time)).toEqual([NOON, NOON + 3_600_000])
    expect(counts).toMatchObject({ received: 4, decoded: 2, duplicates: 2 })
  })

  it('decodes what says no place, and refuses types that nobody knows', () => {
    const { plots, problems, counts } = heard(
      latin1('//SR//AD/VCT//FR/XNE//TM/RET//RN/17//RS/NAK//RE/104//ER////SR//AD/VCT//TM/QQQ//ER//'),
    )
    expect([plots, problems]).toEqual([[], ['unsupported']])
    expect(counts).toMatchObject({ received: 2, decoded: 1 })
  })

  it('counts what it could not read by reason', () => {
    const { problems, counts } = heard(
      'Dear FMC,\n//SR//AD/XNE//TM/POS//ER////SR//AD/XNE//TM/POS//LT/x//ER////SR//AD/XNE//SR//',
    )
    expect(problems).toEqual(['framing', 'length', 'value', 'incomplete', 'incomplete'])
    expect(counts).toMatchObject({ received: 5, decoded: 0 })
  })

  it('takes a datagram for whole', () => {
    const { reader, plots, read } = open()
    read(naf(), true)
    read(naf({ TI: '1330' }).slice(0, 60), true)
    read(naf({ TI: '1430' }), true)
    expect(plots).toHaveLength(2)
    expect(reader.counts()).toMatchObject({ received: 3, decoded: 2, problems: { incomplete: 1 } })
  })

  it('hears it byte by byte', () => {
    const { plots, read, end } = open()
    for (const byte of latin1(`Subject: VMS\n\n${String.fromCharCode(...naf())}\n`)) read(Uint8Array.of(byte))
    end()
    expect(plots).toHaveLength(1)
  })

  it('is simulated in an exercise', () => {
    expect(heard(naf(), undefined, true).plots[0]?.simulated).toBe(true)
  })
})

describe('vessel monitoring by lists', () => {
  it('makes a plot of each row, its columns guessed', () => {
    const { plots } = heard(HEADER + ROW)
    expect(plots).toMatchObject([
      {
        time: NOON,
        position: { lat: 13.0875, lon: -61.2583 },
        courseDeg: 270,
        claim: { uid: 'fmc/12', name: 'Sea Grape', station: 'craft' },
      },
    ])
    expect(plots[0]?.speed).toBeCloseTo(8.5 * KNOT, 9)
  })

  it('tells a list from messages, byte by byte and in datagrams', () => {
    const { plots, read, end } = open()
    for (const byte of latin1(HEADER + ROW)) read(Uint8Array.of(byte))
    end()
    expect(plots).toHaveLength(1)
    const other = open()
    other.read(naf(), true)
    other.read(HEADER + ROW, true)
    other.read(ROW.replace('12:30', '13:30'), true)
    expect(other.plots.map((plot) => plot.claim?.uid)).toEqual(['VCT000012345', 'fmc/12', 'fmc/12'])
  })

  it('may begin with titles, as spreadsheets are sent', () => {
    const titled = `sep=,\nFleet of Saint Vincent\n\nMarch 2026\n${HEADER}${ROW}`
    expect(heard(titled)).toMatchObject({
      plots: [{ claim: { uid: 'fmc/12' } }],
      problems: ['framing', 'framing', 'framing'],
    })
    const { plots, read, end } = open()
    for (const byte of latin1(titled)) read(Uint8Array.of(byte))
    end()
    expect(plots).toHaveLength(1)
  })

  it('is as fine as the finest value that it has shown: a zero at the end is not written', () => {
    const { plots } = heard(
      HEADER + ROW + ROW.replace('13.0875', '13.1').replace('-61.2583', '-61.3').replace('12:30', '13:30'),
    )
    expect(plots[1]?.covariance.nn).toBeCloseTo(plots[0]!.covariance.nn, 3)
    const [alone] = heard(HEADER + ROW.replace('13.0875', '13.1').replace('-61.2583', '-61.3')).plots
    expect(Math.sqrt(alone!.covariance.nn)).toBeGreaterThan(3000)
  })

  it('reads what a mapping says, in its own zone and language', () => {
    const mapping =
      'time=Fecha+Hora timeFormat=DD/MM/YYYY HH:mm zone=-4 lat=Lat lon=Lon id="N° baliza" speed=Vel:km/h marking=Matrícula'
    const list = "N° baliza;Matrícula;Fecha;Hora;Lat;Lon;Vel\n7;Ñ-12;01/03/2026;08:30;13°05,2'N;61°15,5'O;36\n"
    for (const bytes of [latin1(list), utf8(list)]) {
      const { plots } = heard(bytes, { mapping })
      expect(plots).toMatchObject([{ time: NOON, claim: { uid: 'fmc/7', marking: 'Ñ-12' } }])
      expect(plots[0]?.position.lon).toBeCloseTo(-61.2583333, 6)
      expect(plots[0]?.speed).toBeCloseTo(10, 6)
    }
  })

  it('knows who by whatever name there is, and nobody by none', () => {
    const list =
      'time,lat,lon,mmsi,imo,flag,heading\n2026-03-01T12:30Z,13,-61.2,377123000,IMO 9074729,VCT,45\n2026-03-01T12:30Z,13,-61.2,,,,\n'
    const { plots, problems } = heard(list)
    expect(plots).toMatchObject([
      { headingDeg: 45, claim: { uid: '377123000', mmsi: 377_123_000, imo: 9_074_729, flag: 'VCT' } },
    ])
    expect(problems).toEqual(['length'])
  })

  it.each([
    ['a place that cannot be', ROW.replace('13.0875', '93.0875'), 'value'],
    ['no fix', ROW.replace('13.0875', '0').replace('-61.2583', '0.0'), 'value'],
    ['no place', ROW.replace('13.0875', ''), 'value'],
    ['a time that cannot be', ROW.replace('2026-03-01', '2026-02-30'), 'value'],
    ['less than half of it', 'Sea Grape,12\n', 'length'],
  ])('refuses a row with %s', (_, row, problem) => {
    expect(heard(HEADER + row)).toMatchObject({ plots: [], problems: [problem], counts: { received: 1, decoded: 0 } })
  })

  it.each(['', '-', 'n/a', 'NULL', '-1', '400', 'fast'])('has no speed and no course where %j is written', (text) => {
    const [plot] = heard(HEADER + ROW.replace('8.5,270', `${text},${text}`)).plots
    expect(plot).not.toHaveProperty('speed')
    expect(plot).not.toHaveProperty('courseDeg')
  })

  it('knows a row that it was told before, as in a list that is fetched again', () => {
    const { plots, reader, read } = open()
    for (let times = 0; times < 3; times++) read(HEADER + ROW)
    expect(plots).toHaveLength(1)
    expect(reader.counts()).toMatchObject({ received: 3, decoded: 1, duplicates: 2 })
  })
})

describe('the options of vessel monitoring', () => {
  const [mapping, accuracy] = vms.options!

  it('explain what is wrong with them', () => {
    expect(mapping!.fault('time=A lat=B lon=C id=D')).toBeUndefined()
    expect(mapping!.fault('time=A lat=B')).toContain('names no column for lon')
    expect([accuracy!.fault(50), accuracy!.fault(0), accuracy!.fault(-5)]).toEqual([
      undefined,
      'is no distance',
      'is no distance',
    ])
  })

  it('can be guessed from a header, for somebody to look at', () => {
    expect(guessVmsMapping(HEADER.trim())).toEqual({
      mapping:
        'time=Time lat=Latitude lon=Longitude id="Beacon ID" name="Vessel Name" speed="Speed (kn)":kn course=Course',
      missing: [],
    })
    expect(guessVmsMapping('Latitude;Longitude')).toEqual({
      mapping: 'lat=Latitude lon=Longitude',
      missing: ['time', 'id'],
    })
    expect(mapping!.fault(guessVmsMapping(HEADER).mapping)).toBeUndefined()
  })
})

describe('the look of vessel monitoring', () => {
  it('is that of messages, in e-mail too, or of a list', () => {
    expect([looksLikeNaf(naf()), looksLikeNaf(latin1(`From: x\n\n${String.fromCharCode(...naf())}`))]).toEqual([
      true,
      true,
    ])
    expect([looksLikeVmsList(latin1(HEADER + ROW)), looksLikeVmsList(latin1(`\r\n${HEADER}`))]).toEqual([true, true])
    for (const other of ['', 'a,b,c\n', '!AIVDM,1,1,,A,x,0*00\n', 'http://SR//', '\0\0\0']) {
      expect([looksLikeNaf(latin1(other)), looksLikeVmsList(latin1(other))]).toEqual([false, false])
    }
  })

  it('is that of every seed', () => {
    for (const seed of seeds) expect([looksLikeNaf(seed), looksLikeVmsList(seed)]).toContain(true)
  })
})
