import type { SensorKind, SensorOption } from '@csii/model'
import type { Setting } from './settings.ts'
import { outletFault } from './transports/outlet.ts'

/** What the rest of the node knows and the table of settings needs. */
export interface Known {
  /** Sensor kinds of the codecs registry. */
  readonly kinds: readonly Pick<SensorKind, 'id' | 'options'>[]
  /** One sentence that says what is wrong with a source's url and what to write, or nothing. */
  readonly checkUrl: (url: string) => string | undefined
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? undefined : 'is no text')
/** No control character, no line end of Unicode's, and nothing that turns the writing of a line round (UAX 9, § 2). */
const TITLE = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]{1,100}$/u
/** Short enough for a line on the page, and of one line. */
const title = (value: unknown) =>
  text(value) ??
  (TITLE.test(String(value)) ? undefined : 'is longer than 100 characters, or has some that cannot be shown')
const flag = (value: unknown) => (typeof value === 'boolean' ? undefined : 'is neither true nor false')
const between = (low: number, high: number) => (value: unknown) =>
  typeof value === 'number' && value >= low && value <= high ? undefined : `is not between ${low} and ${high}`
const matching = (pattern: RegExp, why: string) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? undefined : why

const nation: Setting = {
  key: 'nation',
  fault: matching(/^[A-Z]{3}$/, 'is no code of a nation'),
  write: 'the three capital letters of ISO 3166-1, such as nation: VCT.',
}

const portFault = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535 ? undefined : 'is no port'

const idSetting = (example: string): Setting => ({
  key: 'id', required: true, fault: matching(/^[a-z0-9][a-z0-9-]{0,62}$/, 'is no id'),
  write: `id: and small letters, digits and dashes, such as id: ${example}.`,
})

const outputSettings: readonly Setting[] = [
  idSetting('charts'),
  {
    key: 'url', required: true,
    fault: (value) => (typeof value === 'string' ? outletFault(value)?.replace(/\.$/, '') : 'is no text'),
    write: 'url: tcp-listen://127.0.0.1:10110 or udp://192.0.2.9:10110.',
  },
  {
    key: 'sources',
    fault: (value) => (Array.isArray(value) && value.every((id) => typeof id === 'string') ? undefined : 'is no list of ids'),
    write: 'sources: [kingstown-ais, bequia-ais], or leave it out for all.',
  },
  { key: 'simulated', fault: flag, write: 'simulated: true for an exercise, or leave it out.' },
]

const daysFault = between(1 / 24, 36_500)
const days = (key: string, what: string): Setting => ({ key, fault: daysFault, write: `${key}: and the days for which ${what}, such as ${key}: 31.` })

const retentionSettings: readonly Setting[] = [
  days('plots', 'plots are kept'),
  days('tracks', 'tracks are kept'),
  days('exercise', 'an exercise is kept'),
  {
    key: 'labels',
    write: 'labels: and below it one entry for each label that is kept for other days.',
    list: [
      { key: 'label', required: true, fault: text, write: 'label: and what the data bears, such as label: fisheries.' },
      { ...days('days', 'what bears it is kept'), required: true },
    ],
  },
]

export const settingsOf = ({ kinds, checkUrl }: Known): readonly Setting[] => [
  {
    key: 'node',
    write: 'node: with name and nation below it, each two spaces in.',
    map: [{ key: 'name', fault: text, write: 'name: and what people call this station.' }, nation],
  },
  {
    key: 'listen',
    write: 'listen: with host and port below it, each two spaces in.',
    map: [
      { key: 'host', fault: text, write: 'host: 127.0.0.1, or the address of one network interface.' },
      { key: 'port', fault: portFault, write: 'port: and a whole number from 0 to 65535, such as 8080.' },
    ],
  },
  { key: 'dataDir', fault: text, write: 'dataDir: and the folder the node keeps its data in.' },
  {
    key: 'retention',
    write: 'retention: with plots, tracks and exercise below it, in days, each two spaces in.',
    map: retentionSettings,
  },
  {
    key: 'sources',
    write: 'sources: and below it one entry for each sensor, each beginning with a dash.',
    list: sourceSettings({ kinds, checkUrl }),
  },
  {
    key: 'outputs',
    write: 'outputs: and below it one entry for each program or place that gets what the AIS sources hear.',
    list: outputSettings,
  },
]

export function sourceSettings({ kinds, checkUrl }: Known): readonly Setting[] {
  const degrees = (limit: number) => between(-limit, limit)
  return [
    idSetting('kingstown-ais'),
    { key: 'title', fault: title, write: 'title: and what people call this sensor.' },
    {
      key: 'kind',
      fault: (value) => (kinds.some(({ id }) => id === value) ? undefined : 'is no kind of sensor'),
      write: `one of these: ${kinds.map(({ id }) => `kind: ${id}`).join(', ')}.`,
    },
    {
      key: 'url', required: true,
      fault: (value) => (typeof value === 'string' ? checkUrl(value)?.replace(/\.$/, '') : 'is no text'),
      write: 'url: tcp://host:port, tcp-listen://host:port, udp://host:port, serial:/dev/ttyUSB0?baud=38400, file:/path or stdin:.',
    },
    nation,
    {
      key: 'position', write: 'position: { lat: 13.15, lon: -61.22 }, in degrees.',
      map: [
        { key: 'lat', required: true, fault: degrees(90), write: 'lat: and degrees north, such as lat: 13.15.' },
        { key: 'lon', required: true, fault: degrees(180), write: 'lon: and degrees east, negative to the west, such as lon: -61.22.' },
      ],
    },
    {
      key: 'antennaHeight', fault: between(0, 9000),
      write: 'antennaHeight: and the metres of the antenna above the sea, such as antennaHeight: 120.',
    },
    {
      key: 'options', write: 'options: and below it what this kind of sensor lets you set.',
      mapFor: (kind = 'ais') => (kinds.find(({ id }) => id === kind)?.options ?? []).map(optionSetting),
    },
    { key: 'simulated', fault: flag, write: 'simulated: true for an exercise, or leave it out.' },
    { key: 'enabled', fault: flag, write: 'enabled: false for a sensor that is not to be listened to, or leave it out.' },
  ]
}

const LONGEST_OPTION = 4_000

const optionSetting = (option: SensorOption): Setting => ({
  key: option.key,
  fault: (value) => formFault(option, value) ?? option.fault(String(value) === value ? value : Number(value)),
  write: option.write,
})

function formFault({ form, choices = [] }: SensorOption, value: unknown): string | undefined {
  if (form === 'number') return typeof value === 'number' && Number.isFinite(value) ? undefined : 'is no number'
  if (typeof value !== 'string') return 'is no text'
  if (value.length > LONGEST_OPTION) return `is longer than ${LONGEST_OPTION} characters`
  return form === 'text' || choices.includes(value) ? undefined : `is none of ${choices.join(', ')}`
}
