import type { WireTable } from './wire-message.ts'

/**
 * The messages of the TAK protocol, version 1: takmessage.proto and what it names, in the package
 * atakmap.commoncommo.protobuf.v1, with the two fields of each of TakMessage and CotEvent that TAK Server adds.
 */
const CONTACT: WireTable = { 1: ['endpoint', 'text'], 2: ['callsign', 'text'] }
const GROUP: WireTable = { 1: ['name', 'text'], 2: ['role', 'text'] }
const PRECISION_LOCATION: WireTable = { 1: ['geopointsrc', 'text'], 2: ['altsrc', 'text'] }
const STATUS: WireTable = { 1: ['battery', 'whole'] }
const TAKV: WireTable = { 1: ['device', 'text'], 2: ['platform', 'text'], 3: ['os', 'text'], 4: ['version', 'text'] }
const TRACK: WireTable = { 1: ['speed', 'double'], 2: ['course', 'double'] }

const DETAIL: WireTable = {
  1: ['xmlDetail', 'text'],
  2: ['contact', CONTACT],
  3: ['group', GROUP],
  4: ['precisionLocation', PRECISION_LOCATION],
  5: ['status', STATUS],
  6: ['takv', TAKV],
  7: ['track', TRACK],
}

const COT_EVENT: WireTable = {
  1: ['type', 'text'],
  2: ['access', 'text'],
  3: ['qos', 'text'],
  4: ['opex', 'text'],
  5: ['uid', 'text'],
  6: ['sendTime', 'whole'],
  7: ['startTime', 'whole'],
  8: ['staleTime', 'whole'],
  9: ['how', 'text'],
  10: ['lat', 'double'],
  11: ['lon', 'double'],
  12: ['hae', 'double'],
  13: ['ce', 'double'],
  14: ['le', 'double'],
  15: ['detail', DETAIL],
  16: ['caveat', 'text'],
  17: ['releasableTo', 'text'],
}

const TAK_CONTROL: WireTable = {
  1: ['minProtoVersion', 'whole'],
  2: ['maxProtoVersion', 'whole'],
  3: ['contactUid', 'text'],
}

export const TAK_MESSAGE: WireTable = {
  1: ['takControl', TAK_CONTROL],
  2: ['cotEvent', COT_EVENT],
  3: ['submissionTime', 'whole'],
  4: ['creationTime', 'whole'],
}

/** An element of a detail that has a message of its own. */
export interface TypedElement {
  /** Of the field of Detail. */
  readonly field: string
  /** Of the element in XML. */
  readonly name: string
  readonly table: WireTable
  /** Attributes that the element may lack; with any other missing it stays XML. */
  readonly optional: readonly string[]
}

export const TYPED_ELEMENTS: readonly TypedElement[] = [
  { field: 'contact', name: 'contact', table: CONTACT, optional: ['endpoint'] },
  { field: 'group', name: '__group', table: GROUP, optional: [] },
  { field: 'precisionLocation', name: 'precisionlocation', table: PRECISION_LOCATION, optional: [] },
  { field: 'status', name: 'status', table: STATUS, optional: [] },
  { field: 'takv', name: 'takv', table: TAKV, optional: [] },
  { field: 'track', name: 'track', table: TRACK, optional: [] },
]
