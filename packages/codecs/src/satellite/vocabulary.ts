import { ANGLES, LENGTHS, NUMBERS } from '../columns/quantity.ts'
import { LENGTH, PLACE_AND_TIME, SCORE, SPEED, type Vocabulary } from '../columns/vocabulary.ts'

/** The columns of lists of detections, and the properties of GeoJSON features. */
export const SATELLITE_VOCABULARY: Vocabulary = {
  ...PLACE_AND_TIME,
  detector: {
    headers:
      'detector, sensor, sensor type, source, detection type, event type, satellite, platform, instrument,' +
      'collection, mission, scene id, sceneid, scene, image id, capteur, satelite, tipo de sensor',
  },
  length: LENGTH,
  heading: { units: ANGLES, headers: 'heading, hdg, vessel heading, heading deg, rumbo, cap, proa' },
  speed: SPEED,
  score: SCORE,
  quality: { headers: 'qf detect, quality flag, qf' },
  matched: {
    headers:
      'mmsi, ssvid, matched mmsi, ais mmsi, vessel mmsi, matched vessel mmsi, mmsi matched, correlated mmsi,' +
      'match mmsi',
  },
  category: {
    headers: 'matched category, vessel type, vessel class, category, class, label, type de navire, tipo de buque',
  },
  semiMajor: {
    units: LENGTHS,
    headers:
      'semi major, semi major axis, semimajor, semi major axis m, ellipse semi major, ellipse major radius, smaj,' +
      'demi grand axe, semieje mayor, geo error semi major',
  },
  semiMinor: {
    units: LENGTHS,
    headers:
      'semi minor, semi minor axis, semiminor, semi minor axis m, ellipse semi minor, ellipse minor radius, smin,' +
      'demi petit axe, semieje menor, geo error semi minor',
  },
  orientation: {
    units: ANGLES,
    headers:
      'orientation, ellipse orientation, orientation deg, ellipse azimuth, azimuth, ellipse bearing, ellipse angle,' +
      'tilt, orientacion, major axis azimuth, geo error orientation',
  },
  level: {
    units: NUMBERS,
    headers:
      'confidence level, probability level, ellipse confidence, ellipse probability, containment, level, nivel, niveau',
  },
  sigma: {
    units: LENGTHS,
    headers: 'sigma, sigma m, position accuracy, accuracy, accuracy m, position error m, error m',
  },
}

/** Of a row; a GeoJSON feature has its place in its geometry. */
export const ROW_REQUIRED = ['time', 'lat', 'lon']
export const FEATURE_REQUIRED = ['time']
