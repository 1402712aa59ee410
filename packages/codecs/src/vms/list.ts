import { bad, normalDegrees, ok, type DecodeProblem, type Result } from '@csii/model'
import type { MappedRow } from '../columns/mapped-row.ts'
import { proposeMapping, type Guess } from '../columns/propose.ts'
import { COURSE, HEADING, PLACE_AND_TIME, SPEED, type Vocabulary } from '../columns/vocabulary.ts'
import { uidOf, vesselClaim, type VmsReport } from './report.ts'

/** The columns of a list that a fisheries department exports. */
export const VMS_VOCABULARY: Vocabulary = {
  ...PLACE_AND_TIME,
  id: {
    headers:
      'id, vms id, beacon id, vessel id, device id, terminal id, transponder id, mobile id, unit id, blue box id,' +
      'beacon, transponder, terminal, imei, esn, serial number, vms number, id baliza, baliza, id dispositivo,' +
      'id buque, balise, id balise, id navire, identifiant, baken, baken id, internal reference number, ir, cfr',
  },
  name: {
    headers:
      'name, vessel name, vessel, ship name, shipname, boat name, boat, nombre, nombre buque, nombre del buque,' +
      'buque, embarcacion, nombre de la embarcacion, nom, nom du navire, nom navire, navire, bateau, naam,' +
      'scheepsnaam, naam schip',
  },
  callSign: {
    headers:
      'call sign, callsign, radio call sign, ircs, indicativo, indicativo de llamada, indicatif, indicatif radio,' +
      'roepnaam, roepletters, rc',
  },
  marking: {
    headers:
      'registration, registration number, external marking, reg no, hull number, marking, port letters, matricula,' +
      'immatriculation, marquage, registratie, registratienummer, xr',
  },
  flag: { headers: 'flag, flag state, country, bandera, pabellon, pavillon, pays, vlag, vlagstaat, fs' },
  imo: { headers: 'imo, imo number, imo no, numero imo, imonummer' },
  mmsi: { headers: 'mmsi, mmsi number' },
  speed: SPEED,
  course: COURSE,
  heading: HEADING,
}

/** Without these a row is of no use. Of a vessel any name will do. */
export const VMS_REQUIRED = ['time', 'lat', 'lon']
const NAMES = ['id', 'mmsi', 'callSign', 'imo', 'marking', 'name']

/** Which column of a list holds what, by its first lines, for a technician to see and to mend. */
export function guessVmsMapping(text: string): Guess {
  const guess = proposeMapping(text, VMS_VOCABULARY, VMS_REQUIRED)
  const hasName = NAMES.some((key) => new RegExp(`(?:^| )${key}=`).test(guess.mapping))
  return hasName ? guess : { ...guess, missing: [...guess.missing, 'id'] }
}

/** What one row says of where its vessel is. */
export function listReport(row: MappedRow, sensorId: string): Result<VmsReport, DecodeProblem> {
  const instant = row.time()
  const place = row.position()
  if (typeof instant === 'string') return bad(instant)
  if (typeof place === 'string') return bad(place)
  const [id, mmsi, callSign, imo, marking, name] = NAMES.map((key) => row.text(key))
  const names = { id, mmsi, callSign, imo, marking, name, flag: row.text('flag') }
  const uid = uidOf(names, sensorId)
  if (uid === undefined) return bad('length')
  const speed = row.quantity('speed')
  const course = direction(row.quantity('course'))
  const heading = direction(row.quantity('heading'))
  return ok({
    uid,
    time: instant.time,
    position: { lat: place.lat.degrees, lon: place.lon.degrees },
    latStep: place.lat.step,
    lonStep: place.lon.step,
    timeStep: instant.step,
    ...(speed !== undefined && speed >= 0 && speed < FASTEST && { speed }),
    ...(course !== undefined && { courseDeg: course }),
    ...(heading !== undefined && { headingDeg: heading }),
    claim: vesselClaim(names, uid),
  })
}

/** Metres per second, 200 knots: more is a unit taken for another. */
const FASTEST = 103

/** A direction beyond the circle is how some write that there is none. */
const direction = (degrees: number | undefined): number | undefined =>
  degrees !== undefined && degrees >= 0 && degrees <= 360 ? normalDegrees(degrees) : undefined
