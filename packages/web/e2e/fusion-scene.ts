import {
  encodeFrame, FLAG, SNAPSHOT,
  type Contact, type DecisionView, type ExplanationView, type NewDecision, type RegistrationList, type TrackDetail,
} from '@csii/contract'
import { MEANS } from '@csii/model'
import type { Page, Route } from 'playwright-core'

const MINUTE = 60_000
const RADAR = MEANS.indexOf('radar')

const common = { flags: 0, station: 0, sensors: 1, speed: 9, courseDeg: 200, sigma: 40 }

/** A ferry that radar and AIS see, a go-fast that only radar sees, a yacht that radar does not see where she says, and one contested. */
export function contactsAt(now: number): Contact[] {
  const ais = { ...common, means: MEANS.indexOf('ais'), station: 1, shipType: 60, time: now - 4000 }
  return [
    { ...ais, serial: 1, mmsi: 375_900_001, name: 'ADMIRAL BAY', lat: 13.1, lon: -61.25, sensors: 2, dark: 0.01 },
    { ...common, serial: 2, means: RADAR, lat: 13.13, lon: -61.32, time: now - 3000, dark: 0.97 },
    { ...ais, serial: 3, mmsi: 375_900_003, name: 'WHITE LIE', shipType: 36, lat: 13.06, lon: -61.18, suspect: 0.93 },
    { ...ais, serial: 4, mmsi: 375_900_004, name: 'TWO PLACES', shipType: 70, lat: 13.05, lon: -61.32, flags: FLAG.conflicting },
    { ...common, serial: 5, means: RADAR, lat: 13.16, lon: -61.22, time: now - 2000, dark: 0.22 },
  ]
}

const fixOf = ({ lat, lon, sigma, time }: Contact) => ({ lat, lon, sigma, time })

function detailOf(id: string, now: number): TrackDetail | undefined {
  const contact = contactsAt(now).find(({ serial }) => `T-${serial}` === id)
  if (!contact) return undefined
  const { name, mmsi, dark, suspect, means } = contact
  const heardBy = [
    { sensorId: 'kingstown', plots: 212, lastAt: now - 4000 },
    { sensorId: 'hill', plots: 96, lastAt: now - 3000 },
  ].filter(({ sensorId }) => contact.sensors === 2 || (sensorId === 'hill') === (means === RADAR))
  return {
    track: {
      id, simulated: false, heardAt: now - 2000, fix: fixOf(contact), speed: 9, courseDeg: 200,
      station: mmsi ? 'class-a' : 'unknown', means: means === RADAR ? 'radar' : 'ais', conflicting: contact.flags > 0, distress: false,
      test: false, sensors: contact.sensors, ...(name && { name }), ...(mmsi && { mmsi }),
      ...(dark !== undefined && { dark }), ...(suspect !== undefined && { suspect }),
    },
    covariance: { ee: 2500, en: 900, nn: 800 },
    existence: 0.996,
    ...(dark !== undefined && { darkness: { probability: dark, since: now - 9 * MINUTE, missedReports: 31 } }),
    ...(suspect !== undefined && { suspicion: { probability: suspect, reason: 'no-echo', since: now - 6 * MINUTE } }),
    ...(mmsi && { identity: { stated: String(mmsi), probability: 0.98, conflicting: contact.flags > 0, pinned: false } }),
    revision: 2,
    revisedFrom: now - 12 * MINUTE,
    claims: mmsi ? [{ field: 'mmsi', value: mmsi, sensorId: 'kingstown', time: now - 4000 }] : [],
    contributors: heardBy,
    conflicts: [],
  }
}

function explanationOf(trackId: string, now: number): ExplanationView {
  const taken = Array.from({ length: 24 }, (_, n) => ({
    sensorId: n % 2 === 0 ? 'hill' : 'kingstown', time: now - 4000 * (n + 1), lat: 13.1, lon: -61.25,
    distanceSquared: (n * 7) % 11 === 10 ? 7.4 : ((n * 5) % 9) / 2, weight: n % 2 === 0 ? 0.22 : 0.61,
  }))
  const turned = { sensorId: 'hill', lat: 13.11, lon: -61.25 }
  return {
    trackId,
    existence: 0.996,
    motion: { steady: 0.86, turning: 0.11, manoeuvring: 0.03 },
    taken,
    rejected: [
      { ...turned, time: now - 9000, distanceSquared: 12.2, because: 'nearer-to-another', takenBy: 'T-2' },
      { ...turned, time: now - 22_000, distanceSquared: 8.1, because: 'less-likely-than-clutter' },
      { ...turned, time: now - 70_000, distanceSquared: 400, because: 'impossible-move' },
    ],
    identities: [{ identity: '375900001', probability: 0.98 }, { identity: '375900004', probability: 0.02 }],
    judgements: [],
  }
}

export const REGISTRATIONS: RegistrationList = {
  registrations: [{
    sensorId: 'kingstown', rangeBias: 56, rangeSigma: 4, bearingBiasDeg: -0.67, bearingSigmaDeg: 0.03, timeBias: 0.1, timeSigma: 0.2, pairs: 312,
    vessels: 7, applied: true,
  }],
}

/** What the page has asked to be decided and undone. */
export interface Hands {
  readonly decisions: DecisionView[]
  readonly undoneBy: string[]
  /** With which sentence the next decision is refused. */
  refusing: string | undefined
}

/** Answers in place of the node as one does whose tracker has such a picture; everything else is the node's own. */
export async function showFusion(page: Page, hands: Hands): Promise<void> {
  await page.routeWebSocket(/\/api\/picture$/, (socket) => {
    const tell = () => {
      const now = Date.now()
      const contacts = contactsAt(now)
      const totals = { tracksTotal: contacts.length, tracksInView: contacts.length }
      socket.send(Buffer.from(encodeFrame({ kind: SNAPSHOT, epoch: 1, revision: now, nodeTime: now, ...totals, contacts, removed: [] })))
    }
    const telling = setInterval(tell, 1000)
    socket.onMessage(tell)
    socket.onClose(() => clearInterval(telling))
  })
  await page.route(/\/api\/tracks\/[^/]+$/, (route) => answer(route, detailOf(lastPart(route), Date.now())))
  await page.route(/\/api\/tracks\/[^/]+\/explanation$/, (route) => {
    const id = new URL(route.request().url()).pathname.split('/').at(-2) ?? ''
    return answer(route, id === 'T-5' ? undefined : explanationOf(id, Date.now()))
  })
  await page.route('**/api/registrations', (route) => answer(route, REGISTRATIONS))
  await page.route('**/api/decisions', (route) => decide(route, hands))
  await page.route('**/api/decisions/*', (route) => {
    hands.undoneBy.push(new URL(route.request().url()).searchParams.get('by') ?? '')
    hands.decisions.splice(hands.decisions.findIndex(({ id }) => id === lastPart(route)), 1)
    return route.fulfill({ status: 204 })
  })
}

function decide(route: Route, hands: Hands): Promise<void> {
  if (route.request().method() === 'GET') return answer(route, { decisions: hands.decisions })
  if (hands.refusing !== undefined) {
    const problem = { type: 'urn:csii:problem:DECISION_REFUSED', title: 'No', status: 409, detail: hands.refusing, code: 'DECISION_REFUSED' }
    return route.fulfill({ status: 409, json: problem })
  }
  // The page sends nothing else here; what it sends is looked at by the test.
  const made = route.request().postDataJSON() as NewDecision
  const kept: DecisionView = { ...made, id: `D-${hands.decisions.length + 1}`, by: made.by || 'console', at: Date.now(), state: 'standing' }
  hands.decisions.unshift(kept)
  return route.fulfill({ status: 201, json: kept })
}

const lastPart = (route: Route): string => new URL(route.request().url()).pathname.split('/').at(-1) ?? ''

function answer(route: Route, body: object | undefined): Promise<void> {
  if (body) return route.fulfill({ json: body })
  return route.fulfill({ status: 404, json: { code: 'TRACK_NOT_FOUND', detail: 'There is no such track.', status: 404, title: 'No such track', type: '' } })
}
