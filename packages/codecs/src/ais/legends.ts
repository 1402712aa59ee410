// The phrases are gpsd's, letter for letter: other software recognises them. The last phrase of a list also serves
// every code above it.

/** M.1371-5, table 45. */
export const NAVIGATION_STATUS = [
  'Under way using engine', 'At anchor', 'Not under command', 'Restricted manoeuverability',
  'Constrained by her draught', 'Moored', 'Aground', 'Engaged in fishing', 'Under way sailing', 'Reserved for HSC',
  'Reserved for WIG', 'Reserved', 'Reserved', 'Reserved', 'Reserved', 'Not defined',
]

/** Electronic position fixing device: M.1371-5, table 48. */
export const EPFD = [
  'Undefined', 'GPS', 'GLONASS', 'Combined GPS/GLONASS', 'Loran-C', 'Chayka', 'Integrated navigation system',
  'Surveyed', 'Galileo', 'INVALID EPFD',
]

const LATER = 'Reserved for future use'

/** Second digits 0 to 9 of the ship types that can say what harm their cargo does. M.1371-5, table 53. */
const cargoes = (ship: string, last: string): string[] => [
  `${ship} - all ships of this type`,
  ...['A', 'B', 'C', 'D'].map((category) => `${ship} - Hazardous category ${category}`),
  ...Array.from({ length: 4 }, () => `${ship} - ${LATER}`),
  `${ship} - ${last}`,
]

const NO_MORE = 'No additional information'

/** M.1371-5, table 53. */
export const SHIP_TYPE = [
  'Not available', ...Array.from({ length: 19 }, () => LATER),
  ...cargoes('Wing in ground (WIG)', LATER),
  'Fishing', 'Towing', 'Towing: length exceeds 200m or breadth exceeds 25m', 'Dredging or underwater ops', 'Diving ops',
  'Military ops', 'Sailing', 'Pleasure Craft', 'Reserved', 'Reserved',
  ...cargoes('High speed craft (HSC)', NO_MORE),
  'Pilot Vessel', 'Search and Rescue vessel', 'Tug', 'Port Tender', 'Anti-pollution equipment', 'Law Enforcement',
  'Spare - Local Vessel', 'Spare - Local Vessel', 'Medical Transport', 'Ship according to RR Resolution No. 18',
  ...cargoes('Passenger', NO_MORE),
  ...cargoes('Cargo', NO_MORE),
  ...cargoes('Tanker', NO_MORE),
  ...cargoes('Other Type', 'no additional information'),
  'INVALID SHIP TYPE',
]

/** Whom a group assignment means: M.1371-5, table 72. */
export const STATION_TYPE = [
  'All types of mobiles', LATER, 'All types of Class B mobile stations', 'SAR airborne mobile station',
  'Aid to Navigation station', 'Class B shipborne mobile station',
  ...Array.from({ length: 4 }, () => 'Regional use and inland waterways'), LATER,
]

/** M.1371-5, table 74. */
export const AID_TYPE = [
  'Unspecified', 'Reference point', 'RACON', 'Fixed offshore structure', 'Spare, Reserved for future use.',
  'Light, without sectors', 'Light, with sectors', 'Leading Light Front', 'Leading Light Rear',
  'Beacon, Cardinal N', 'Beacon, Cardinal E', 'Beacon, Cardinal S', 'Beacon, Cardinal W', 'Beacon, Port hand',
  'Beacon, Starboard hand', 'Beacon, Preferred Channel port hand', 'Beacon, Preferred Channel starboard hand',
  'Beacon, Isolated danger', 'Beacon, Safe water', 'Beacon, Special mark', 'Cardinal Mark N', 'Cardinal Mark E',
  'Cardinal Mark S', 'Cardinal Mark W', 'Port hand Mark', 'Starboard hand Mark', 'Preferred Channel Port hand',
  'Preferred Channel Starboard hand', 'Isolated danger', 'Safe Water', 'Special Mark', 'Light Vessel / LANBY / Rigs',
]

/** WMO 306, code table 4.201. */
export const PRECIPITATION = [
  'reserved', 'rain', 'thunderstorm', 'freezing rain', 'mixed/ice', 'snow', 'reserved', 'N/A',
]
export const ICE = ['no', 'yes', 'reserved', 'N/A']
