import type { Emergency } from '@csii/model'
import { COUNT, countOf, literal, phrasePattern, phrases, type Remaining } from './remaining.ts'
import type { HowSeen } from './sighting.ts'
import { VESSEL_KINDS, type VesselKindId } from './vessel-kinds.ts'

const HOW: readonly (readonly [HowSeen, RegExp])[] = [
  [
    'radar',
    phrasePattern(['(?:SEEN )?(?:ON|BY|WITH) (?:THE |MY )?RADAR', '(?:VISTO )?(?:EN|POR|CON) (?:EL )?RADAR', 'RADAR']),
  ],
  [
    'phone',
    phrasePattern([
      'ALONGSIDE', '(?:BY |MY )?PHONE(?: POSITION| POS| GPS| FIX)', 'AL COSTADO',
      '(?:POSICION|GPS) (?:DEL|DE MI) (?:TELEFONO|CELULAR)',
    ]),
  ],
  [
    'eye-from-shore',
    phrasePattern([
      'FROM (?:THE )?(?:SHORE|BEACH|LAND|COAST|CLIFF)', 'DESDE (?:LA )?(?:COSTA|PLAYA|TIERRA|ORILLA)',
      'EN (?:LA )?PLAYA',
    ]),
  ],
  [
    'eye-from-boat',
    phrasePattern([
      'FROM (?:THE |MY |OUR )?(?:BOAT|SHIP|VESSEL|SEA)', 'DESDE (?:EL |LA |MI )?(?:BOTE|BARCO|LANCHA|MAR|VELERO)',
    ]),
  ],
]

/** Seen by eye from a boat, unless somebody says otherwise: most who report are out there. */
export function takeHowSeen(remaining: Remaining): HowSeen {
  return HOW.find(([, pattern]) => remaining.take(pattern))?.[0] ?? 'eye-from-boat'
}

const EMERGENCY: readonly (readonly [Emergency, RegExp])[] = [
  [
    'man-overboard',
    phrasePattern([
      'MAN OVERBOARD', 'MOB', 'HOMBRE AL AGUA', 'PERSONS? IN (?:THE )?WATER', 'PIW', 'PERSONAS? EN EL AGUA',
    ]),
  ],
  [
    'medical',
    phrasePattern(['MEDICAL', 'MEDEVAC', 'INJURED', 'WOUNDED', 'HERIDOS?', 'EMERGENCIA MEDICA', 'ENFERMOS?']),
  ],
  [
    'general',
    phrasePattern([
      'MAYDAY', 'SOS', 'DISTRESS', 'SINKING', 'ON FIRE', 'CAPSIZED', 'HUNDIENDO(?:SE)?', 'INCENDIO', 'FUEGO',
      'VOLCAD[OA]', 'AUXILIO', 'SOCORRO',
    ]),
  ],
]

/** Looked for and left: the words also say what it is. */
export const emergencyOf = (remaining: Remaining): Emergency | undefined =>
  EMERGENCY.find(([, pattern]) => remaining.has(pattern))?.[0]

export function takeEmergencyWords(remaining: Remaining): void {
  for (const [, pattern] of EMERGENCY) remaining.take(pattern)
}

const KINDS: readonly (readonly [VesselKindId, RegExp])[] = VESSEL_KINDS.map(({ id, words }) => [
  id, phrasePattern(words),
])

export const takeVesselKind = (remaining: Remaining): VesselKindId | undefined =>
  KINDS.find(([, pattern]) => remaining.take(pattern))?.[0]

/** Colours by their English name. */
const COLOURS: readonly (readonly [string, RegExp])[] = [
  ['white', phrasePattern(['WHITE', 'WHT', 'BLANC[OA]S?'])],
  ['blue', phrasePattern(['(?:DARK |LIGHT )?BLUE', 'BLU', 'AZUL(?:ES)?(?: OSCUR[OA]| CLAR[OA])?', 'CELESTE'])],
  ['black', phrasePattern(['BLACK', 'BLK', 'NEGR[OA]S?'])],
  ['grey', phrasePattern(['GR[EA]Y', 'GRIS(?:ES)?', 'PLOMO'])],
  ['green', phrasePattern(['GREEN', 'GRN', 'VERDES?'])],
  ['red', phrasePattern(['RED', 'ROJ[OA]S?'])],
  ['yellow', phrasePattern(['YELLOW', 'AMARILL[OA]S?'])],
  ['orange', phrasePattern(['ORANGE', 'NARANJAS?', 'ANARANJAD[OA]'])],
  ['brown', phrasePattern(['BROWN', 'WOODEN', 'MARRON', 'CAFE', 'DE MADERA'])],
]

export const COLOUR_NAMES: readonly string[] = COLOURS.map(([name]) => name)

export const takeColour = (remaining: Remaining): string | undefined =>
  COLOURS.find(([, pattern]) => remaining.take(pattern))?.[0]

const PEOPLE = phrases([
  'POB', 'P\\.O\\.B', 'PEOPLE(?: ON ?BOARD)?', 'PERSONS?(?: ON ?BOARD)?', 'PERSONAS?(?: A BORDO)?', 'PAX', 'CREW',
  'MEN', 'MAN', 'MALES?', 'HOMBRES?',
  'PASSENGERS?', 'PASAJEROS?', 'TRIPULANTES?', 'PEOPLES', 'PERSNAS', 'PERS', 'ON ?BOARD', 'A BORDO', 'MIGRANTS?',
  'MIGRANTES?', 'OCUPANTES?',
])
const SORT = '(?:(?:BLACK|BLK|WHITE|WHT|YOUNG|ARMED|ADULT|MASKED) )?'
const PEOPLE_AFTER = new RegExp(`(?<![A-Z0-9]|[0-9][.,])(${COUNT}) ?${SORT}${PEOPLE}(?![A-Z])`)
const PEOPLE_BEFORE = /(?<![A-Z])(?:POB|PAX|CREW|PERSONAS|PEOPLE|TRIPULANTES)[ :=]{1,2}(\d{1,4})(?![A-Z0-9])/

const ENGINES = phrases([
  'ENGINES?', 'ENGS?', 'OUT ?-?BOARDS?(?: ENGINES?| MOTORS?)?', 'MOTORS?', 'MOTORES', 'MOTOR(?:ES)? FUERA DE BORDA',
  'FUERA DE BORDA', 'O/?BS?',
])
const MAKE = '(?:(?:YAMAHA|SUZUKI|MERCURY|EVINRUDE|ENDURO|JOHNSON|HONDA|BIG|GRANDES) )?'
const ENGINES_AFTER = new RegExp(`(?<![A-Z0-9]|[0-9][.,])(${COUNT}) ?(?:X )?${MAKE}${ENGINES}(?![A-Z])`)

export function takeEngines(remaining: Remaining): number | undefined {
  const found = remaining.take(ENGINES_AFTER)
  return found && countOf(found[1]!)
}

export function takePeople(remaining: Remaining): number | undefined {
  const found = remaining.take(PEOPLE_AFTER) ?? remaining.take(PEOPLE_BEFORE)
  return found && countOf(found[1]!)
}

const NAME_WORD = new RegExp(
  `(?<![A-Z])(?:NAMED?|CALLED|NOMBRE|LLAMAD[OA]|DE NOMBRE)[ :=]{1,2}(?:IS |ES )?` +
    `([A-Z0-9][A-Z0-9'.-]*(?: [A-Z][A-Z0-9'.-]*){0,2})`,
)
const QUOTED = /"([^"|]{1,40})"/
const MARKING_WORD = phrases([
  'REGISTRATION', 'REGISTRO', 'REG', 'MATRICULA', 'MAT', 'HULL (?:NO|NUMBER)', 'NUMERO DE CASCO',
])
const MARKING = new RegExp(
  String.raw`(?<![A-Z])${MARKING_WORD}\.?[ :=#]{1,2}(?:NO\.? )?(?=[A-Z/-]*[0-9])([A-Z0-9][A-Z0-9/-]{1,14})(?![A-Z0-9])`,
)

export const takeMarking = (remaining: Remaining): string | undefined => remaining.take(MARKING)?.[1]

export const takeQuotedName = (remaining: Remaining): string | undefined =>
  remaining.take(QUOTED)?.[1]?.trim() || undefined

/** After a word for it: up to three words, which end where a kind or a colour is said. */
export function takeNamed(remaining: Remaining): string | undefined {
  const words = remaining.isolate(NAME_WORD)?.[1]?.split(' ')
  if (!words) return undefined
  const isSaidOf = (word: string) => [...KINDS, ...COLOURS].some(([, pattern]) => pattern.test(word))
  const end = words.findIndex((word, index) => index > 0 && isSaidOf(word))
  const name = words.slice(0, end < 0 ? words.length : end).join(' ')
  remaining.take(new RegExp(`[A-Z ]*[ :=]${literal(name)}(?![A-Z0-9])`))
  return name
}
