import { bad, ok, type Result } from '@csii/model'
import { whenSeen } from './ellipse.ts'
import {
  emergencyOf, takeColour, takeEmergencyWords, takeEngines, takeHowSeen, takeMarking, takeNamed, takePeople,
  takeQuotedName, takeVesselKind,
} from './looks.ts'
import { takeCourse, takeSpeed } from './motion.ts'
import { phrasePattern, phrases, plain, Remaining } from './remaining.ts'
import { LONGEST_REPORT, type Language, type Sighting, type SightingContext, type SightingProblem } from './sighting.ts'
import { withoutAbsent } from './without-absent.ts'
import { respelt } from './spelling.ts'
import { takeTime } from './when.ts'
import { takeWhere } from './where.ts'

const SPANISH_LEAD = phrasePattern([
  'AVIST(?:AD[OA]S?|AMIENTO|E|O|AMOS)', 'AVSTADO', 'ABISTADO', 'VISTO', 'VI', 'VIMOS', 'REPORTO?', 'REPORTE',
])
const ENGLISH_LEAD = phrasePattern([
  'SIGHT(?:ING|ED)?', 'SIGTH(?:ING)?', 'SIGHTNG', 'SITING', 'SAW', 'SEEN', 'SPOTTED', 'REPORT(?:ING)?',
])
const SPANISH_WORDS = phrasePattern([
  'RUMBO', 'NUDOS?', 'PERSONAS', 'LANCHA', 'HACE', 'CON', 'MILLAS', 'DEL', 'AL', 'BARCO', 'BOTE', 'MOTORES', 'DESDE',
  'PESQUERO', 'VELERO', 'OESTE',
  'NORTE', 'SUR', 'HOMBRES', 'CERCA', 'FRENTE',
])

/** Small words that say nothing alone. */
const FILLERS = new RegExp(
  `^${phrases([
    'AT', 'IN', 'ON', 'OF', 'OFF', 'THE', 'WITH', 'AND', 'AN?', 'ABOUT', 'AROUND', 'APPROX', 'POS', 'POSITION', 'FROM',
    'TO', 'GPS', 'LAT', 'LON', 'LONG',
    'ONE', 'IS', 'WAS', 'BY', 'IT', 'I', 'WE', 'DE', 'DEL', 'LA', 'EL', 'LAS', 'LOS', 'CON', 'Y', 'EN', 'UNA?', 'UNO',
    'A', 'AL', 'POSICION', 'COMO', 'UNOS',
    'ES', 'ESTA', 'POR', 'SE', 'COLOU?R', 'LATITUD', 'LONGITUD', 'T', 'HE', 'HEMOS', 'COURSE', 'RUMBO', 'SPEED',
    'VELOCIDAD',
  ])}$`,
)

/**
 * Reads a report of SMS length, such as `SIGHT 1305N 06115W 3 POB GOFAST 270 35KT`, in English or Spanish. It takes
 * each phrase that it understands, in whatever order they stand, and keeps the other words. Without a place there is no
 * sighting.
 */
export function readSighting(text: string, context: SightingContext): Result<Sighting, SightingProblem> {
  if (text.length > LONGEST_REPORT) return bad('too-long')
  const remaining = new Remaining(respelt(text, context.places))
  const language = languageOf(remaining)
  const isCalledSo = [SPANISH_LEAD, ENGLISH_LEAD].filter((lead) => remaining.take(lead)).length > 0
  const isSpanish = language === 'es'
  const howSeen = takeHowSeen(remaining)
  const time = takeTime(remaining, context.receivedAt, context.zone)
  const where = takeWhere(remaining, howSeen, isSpanish, context)
  if (!where.ok) return bad(isCalledSo || where.problem !== 'no-position' ? where.problem : 'nothing')
  const description = takeDescription(remaining, isSpanish)
  const leftOver = remaining.words().filter(isTelling)
  const said = { ...withoutAbsent({ time }), ...description }
  return ok({
    language, howSeen, ...where.value, covariance: whenSeen(where.value.covariance, said), ...said, leftOver,
  })
}

/** Whether a word says something alone. */
export const isTelling = (word: string): boolean => !FILLERS.test(word)

/** Whether a report begins with a word that says that it is one. */
export const isAnnounced = (text: string): boolean => {
  const first = plain(text).split(/[^A-Z]/, 1)[0] ?? ''
  return SPANISH_LEAD.test(first) || ENGLISH_LEAD.test(first)
}

/** The language of the word that announces the report, or of its other words. */
function languageOf(remaining: Remaining): Language {
  if (remaining.has(SPANISH_LEAD)) return 'es'
  return !remaining.has(ENGLISH_LEAD) && remaining.has(SPANISH_WORDS) ? 'es' : 'en'
}

/** What stands in quotation marks is nothing else, and what follows "name" is so only when the rest is taken. */
function takeDescription(remaining: Remaining, isSpanish: boolean): Partial<Sighting> {
  const [quoted, marking] = [takeQuotedName(remaining), takeMarking(remaining)]
  const emergency = emergencyOf(remaining)
  const counted = {
    engines: takeEngines(remaining), speed: takeSpeed(remaining), courseDeg: takeCourse(remaining, isSpanish),
  }
  const peopleOnBoard = takePeople(remaining)
  const name = quoted ?? takeNamed(remaining)
  const looks = { vesselKind: takeVesselKind(remaining), colour: takeColour(remaining) }
  if (emergency) takeEmergencyWords(remaining)
  return withoutAbsent({ ...counted, ...looks, peopleOnBoard, name, marking, emergency })
}
