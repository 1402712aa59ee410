import type { FiledSighting } from '@csii/contract'

export const NOW = Date.UTC(2026, 10, 24, 12, 0)

/** A go-fast that somebody saw ten minutes ago. */
export const FILED: FiledSighting = {
  id: 'VCT-REPORT-7', filedAt: NOW - 60_000,
  understood: { language: 'es', howSeen: 'eye-from-shore', vesselKind: 'go-fast', peopleOnBoard: 3, courseDeg: 270, speed: 18, time: NOW - 600_000, colour: 'blue' },
  left: ['XYZZY'], answer: 'Recibido: lancha rapida.', position: { lat: 13.0833, lon: -61.25 },
  ellipse: { semiMajor: 6667, semiMinor: 4067, orientationDeg: 90 }, trackable: true, simulated: false,
}
