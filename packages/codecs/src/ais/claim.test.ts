import { describe, expect, it } from 'vitest'
import { boat, claimed, longRange, moored, namedBoat, safetyText, voyage } from './fixtures/heard.ts'
import { readWhole } from './fixtures/sentences.ts'
import type { AisMessage } from './message.ts'

const buoy = {
  type: 21, repeat: 0, mmsi: 993_751_001, bits: 272, aid_type: 14, name: 'PRICKLY PEAR ROCK@@@', accuracy: true,
  lon: -61 * 600_000, lat: 13 * 600_000, to_bow: 1, to_stern: 1, to_port: 1, to_starboard: 1, epfd: 7, second: 60,
  off_position: false, regional: 0, raim: false, virtual_aid: true, assigned: false, spare: 0, name_extension: '',
} satisfies AisMessage

const partA = readWhole('!AIVDM,1,1,,A,H42O55i18tMET00000000000000,2*6D')

const partB = {
  type: 24, repeat: 0, mmsi: 271_041_815, bits: 168, part: 'B', shiptype: 60, vendorid: 'SRT', model: 1, serial: 7,
  callsign: 'TC6163@', to_bow: 0, to_stern: 15, to_port: 0, to_starboard: 5, epfd: 0, spare: 0,
} satisfies AisMessage

describe('what a ship claims', () => {
  it('is her identity, class and status in a position report', () => {
    expect(claimed(moored)).toEqual({ mmsi: 477_553_000, station: 'class-a', navigationStatus: 5 })
    expect(claimed({ ...moored, status: 15 })).toEqual({ mmsi: 477_553_000, station: 'class-a' })
  })

  it('is who she is and where she is bound in a voyage message', () => {
    expect(claimed(voyage)).toEqual({
      mmsi: 351_759_000, station: 'class-a', imo: 9_134_270, callSign: '3FOF8', name: 'EVER DIADEM', shipType: 70,
      dimensions: { bow: 225, stern: 70, port: 1, starboard: 31 }, draught: 12.2, destination: 'NEW YORK',
      eta: '05-15T14:00Z',
    })
  })

  it.each([
    ['name', { shipname: '@@@@@@@@@@@@@@@@@@@@' }, 'name'],
    ['name but blanks', { shipname: '                    ' }, 'name'],
    ['call sign', { callsign: '@@@@@@@' }, 'callSign'],
    ['destination', { destination: '@@@@@@@@@@@@@@@@@@@@' }, 'destination'],
    ['IMO number', { imo: 0 }, 'imo'],
    ['ship type', { shiptype: 0 }, 'shipType'],
    ['ship type that exists', { shiptype: 100 }, 'shipType'],
    ['draught', { draught: 0 }, 'draught'],
    ['dimensions', { to_bow: 0, to_stern: 0, to_port: 0, to_starboard: 0 }, 'dimensions'],
    ['month of arrival', { month: 0 }, 'eta'],
    ['day of arrival', { day: 0 }, 'eta'],
    ['hour of arrival', { hour: 24 }, 'eta'],
    ['minute of arrival', { minute: 60 }, 'eta'],
  ])('has no %s when it is not available', (_, change, field) => {
    expect(claimed(voyage)).toHaveProperty(field)
    expect(claimed({ ...voyage, ...change })).not.toHaveProperty(field)
  })

  it('ends where the filling of her name begins', () => {
    expect(claimed({ ...voyage, shipname: ' SEA  ROVER @ JUNK   ' }).name).toBe('SEA  ROVER')
  })

  it('does not tell her class from a long-range report', () => {
    expect(claimed(longRange)).toEqual({ mmsi: 206_914_217, navigationStatus: 2 })
  })
})

describe('what a boat claims', () => {
  it('is her class in a position report, and her name with it in a longer one', () => {
    expect(claimed(boat)).toEqual({ mmsi: 367_430_530, station: 'class-b' })
    expect(claimed(namedBoat)).toEqual({
      mmsi: 367_059_850, station: 'class-b', name: 'CAPT.J.RIMES', shipType: 70,
      dimensions: { bow: 5, stern: 21, port: 4, starboard: 4 },
    })
  })

  it('comes in two halves', () => {
    expect(claimed(partA)).toEqual({ mmsi: 271_041_815, station: 'class-b', name: 'PROGUY' })
    expect(claimed(partB)).toEqual({
      mmsi: 271_041_815, station: 'class-b', shipType: 60, callSign: 'TC6163',
      dimensions: { bow: 0, stern: 15, port: 0, starboard: 5 },
    })
  })

  it('has no dimensions when she belongs to a mother ship, whose identity stands there', () => {
    const { to_bow, to_stern, to_port, to_starboard, ...rest } = partB
    const tender: AisMessage = { ...rest, mmsi: 983_751_234, mothership_mmsi: 375_123_000 }
    expect([to_bow, to_stern, to_port, to_starboard]).toEqual([0, 15, 0, 5])
    expect(claimed(tender)).toEqual({ mmsi: 983_751_234, station: 'craft', shipType: 60, callSign: 'TC6163' })
  })
})

describe('what an aid to navigation claims', () => {
  it('is its kind, and whether anything is there to be seen', () => {
    expect(claimed(buoy)).toEqual({
      mmsi: 993_751_001, station: 'aton', name: 'PRICKLY PEAR ROCK', aidType: 14, virtualAid: true,
      dimensions: { bow: 1, stern: 1, port: 1, starboard: 1 },
    })
    expect(claimed({ ...buoy, virtual_aid: false }).virtualAid).toBe(false)
  })

  it('has no kind when that is not specified', () => {
    expect(claimed({ ...buoy, aid_type: 0 })).not.toHaveProperty('aidType')
  })

  it('goes on in the name extension', () => {
    const named = { ...buoy, bits: 308, name: 'PRICKLY PEAR ROCK AN', name_extension: 'CHORGE' }
    expect(claimed(named).name).toBe('PRICKLY PEAR ROCK ANCHORGE')
  })
})

describe('what a distress device claims', () => {
  it.each([['ais-sart', 970], ['mob', 972], ['epirb', 974]] as const)('is a call for help, or a test: %s', (station, digits) => {
    const mmsi = digits * 1_000_000 + 10_001
    expect(claimed({ ...moored, mmsi, status: 14 })).toEqual({ mmsi, station, navigationStatus: 14, test: false })
    expect(claimed({ ...moored, mmsi, status: 15 })).toEqual({ mmsi, station, test: true })
    expect(claimed({ ...safetyText, mmsi, bits: 96, text: 'MOB TEST' })).toEqual({ mmsi, station, test: true })
    expect(claimed({ ...safetyText, mmsi, bits: 106, text: 'SART ACTIVE' })).toEqual({ mmsi, station, test: false })
    expect(claimed({ ...safetyText, mmsi, bits: 70, text: 'HELLO' })).toEqual({ mmsi, station })
  })

  it('is never read into a ship that says TEST', () => {
    expect(claimed(safetyText)).toEqual({ mmsi: 351_809_000 })
    expect(claimed({ ...moored, status: 14 })).not.toHaveProperty('test')
  })
})
