/** What `csii decode` reads. What nothing else looks like is taken for sentences. */
export const FORMATS = ['nmea', 'asterix', 'sbs', 'beast', 'avr', 'aircraft-json', 'cot', 'naf', 'vms-csv', 'satellite', 'signalk', 'sighting'] as const
export type Format = (typeof FORMATS)[number]
