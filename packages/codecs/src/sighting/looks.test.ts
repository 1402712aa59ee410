import { describe, expect, it } from 'vitest'
import {
  takeColour, takeEngines, takeHowSeen, takeMarking, takeNamed, takePeople, takeQuotedName, takeVesselKind,
} from './looks.ts'
import { Remaining } from './remaining.ts'
import { VESSEL_KINDS } from './vessel-kinds.ts'

describe('the kind of a vessel', () => {
  it.each([
    ['gofast', 'go-fast'], ['go-fast', 'go-fast'], ['GO FAST BOAT', 'go-fast'], ['lancha r\u00e1pida', 'go-fast'],
    ['gofats', 'go-fast'],
    ['speed boat', 'go-fast'], ['panga', 'panga'], ['pirogue', 'panga'], ['pe\u00f1ero', 'panga'],
    ['fishin boat', 'fishing'], ['fishing', 'fishing'],
    ['barco pesquero', 'fishing'],
    ['F/V', 'fishing'], ['sailboat', 'sailing'], ['velero', 'sailing'], ['yatch', 'yacht'], ['yate', 'yacht'],
    ['cargo ship', 'cargo'], ['carguero', 'cargo'], ['oil tanker', 'tanker'], ['petrolero', 'tanker'],
    ['tug boat', 'tug'], ['ferry', 'passenger'],
    ['semi-sub', 'semi-submersible'], ['semisumergible', 'semi-submersible'], ['jetski', 'jet-ski'],
    ['zodiac', 'inflatable'], ['balsa', 'raft'],
    ['guardacostas', 'government'],
    ['avioneta', 'aircraft'], ['hombre al agua', 'person'], ['boat', 'vessel'], ['lancha', 'vessel'],
  ])('%s is %s', (text, kind) => {
    expect(takeVesselKind(new Remaining(text))).toBe(kind)
  })

  it.each(['', 'friendship', 'boating', 'raftsman', '270'])('is not in %j', (text) => {
    expect(takeVesselKind(new Remaining(text))).toBeUndefined()
  })

  it('has the words of its own titles among its spellings, in both languages', () => {
    for (const { id, en, es } of VESSEL_KINDS.filter(({ id }) => !['tug', 'government', 'aircraft'].includes(id))) {
      expect([takeVesselKind(new Remaining(en)), takeVesselKind(new Remaining(es))]).toEqual([id, id])
    }
  })
})

describe('what a report counts', () => {
  it.each([
    ['3 POB', 3], ['3 personas', 3], ['POB 12', 12], ['POB: 4', 4], ['four men', 4], ['4 blk males', 4],
    ['tres hombres', 3],
    ['10 people on board', 10], ['1 person', 1], ['150 migrants', 150], ['2 tripulantes', 2], ['5 a bordo', 5],
  ])('%s are %i people', (text, count) => {
    expect(takePeople(new Remaining(text))).toBe(count)
  })

  it.each([
    ['2 engines', 2], ['twin outboards', 2], ['3 yamaha engines', 3], ['3 motores', 3], ['1 motor', 1],
    ['dos motores', 2],
    ['4 x 300', undefined], ['engine', undefined],
  ])(
    '%s are %s engines',
    (text, count) => {
      expect(takeEngines(new Remaining(text))).toBe(count)
    },
  )

  it.each([
    ['white', 'white'], ['blanca', 'white'], ['dark blue', 'blue'], ['azul oscuro', 'blue'], ['gray', 'grey'],
    ['reddish', undefined],
  ])(
    '%s is the colour %s',
    (text, colour) => {
      expect(takeColour(new Remaining(text))).toBe(colour)
    },
  )
})

describe('how an object was seen', () => {
  it.each([
    ['from shore', 'eye-from-shore'], ['desde la playa', 'eye-from-shore'], ['from my boat', 'eye-from-boat'],
    ['desde el barco', 'eye-from-boat'],
    ['on radar', 'radar'], ['por radar', 'radar'], ['phone position', 'phone'], ['alongside', 'phone'],
    ['', 'eye-from-boat'],
  ])('%j says %s', (text, howSeen) => {
    expect(takeHowSeen(new Remaining(text))).toBe(howSeen)
  })

  it('is not what was seen', () => {
    const remaining = new Remaining('yacht seen from boat')
    takeHowSeen(remaining)
    expect(takeVesselKind(remaining)).toBe('yacht')
  })
})

describe('a name', () => {
  it('stands in any quotation marks', () => {
    for (const text of [
      '"Sea Hawk"', '\u201cSea Hawk\u201d', '\u00abSea Hawk\u00bb',
    ]) expect(takeQuotedName(new Remaining(`boat ${text} 270`))).toBe('SEA HAWK')
  })

  it.each([
    ['name Sea Hawk', 'SEA HAWK'], ['named: Sea Hawk 2', 'SEA HAWK'], ['NOMBRE LA NI\u00d1A', 'LA NINA'],
    ['llamada Estrella', 'ESTRELLA'],
    ['name Sea Hawk white', 'SEA HAWK'], ['name Blue Marlin', 'BLUE MARLIN'], ['no name', undefined],
  ])('follows the word for it: %s', (text, name) => {
    expect(takeNamed(new Remaining(text))).toBe(name)
  })

  it('gives back what it does not need', () => {
    const remaining = new Remaining('name Sea Hawk white')
    takeNamed(remaining)
    expect(remaining.words()).toEqual(['WHITE'])
  })

  it.each([
    ['reg J8-123', 'J8-123'], ['MATRICULA: ADKN-1234', 'ADKN-1234'], ['hull no 55A', '55A'], ['regular', undefined],
    ['hull no lights', undefined],
  ])(
    'may be a registration: %s',
    (text, marking) => {
      expect(takeMarking(new Remaining(text))).toBe(marking)
    },
  )
})
