import type { Station } from '@csii/model'

/** A sort of vessel as people on the coast tell them apart. */
export interface VesselKind {
  readonly id: string
  readonly en: string
  readonly es: string
  /** ITU-R M.1371-5 table 53, where it has such a type. */
  readonly shipType?: number
  readonly station?: Station
  /** Spellings, right and wrong, as pieces of patterns over capitals without accents. */
  readonly words: readonly string[]
}

/** The first that is found wins, so what is special stands before what is general. */
export const VESSEL_KINDS = [
  {
    id: 'person', en: 'person in the water', es: 'persona en el agua', station: 'person',
    words: [
      'PERSONS? IN (?:THE )?WATER', 'PIW', 'MAN OVERBOARD', 'SWIMMERS?', 'PERSONAS? EN EL AGUA', 'HOMBRE AL AGUA',
      'NADADOR(?:ES)?',
    ],
  },
  {
    id: 'semi-submersible', en: 'semi-submersible', es: 'semisumergible',
    words: [
      'SEMI-? ?SUB(?:MERSIBLE)?', 'LPV', 'SPSS', 'NARCO-? ?SUB(?:MARINO)?', 'SEMI-? ?SUMERGIBLE', 'SUBMARINE?',
      'SUBMARINO',
    ],
  },
  {
    id: 'go-fast', en: 'go-fast', es: 'lancha rapida',
    words: [
      'GO[- ]?FAS?T(?: BOAT)?', 'GOFSAT', 'GOFATS', '(?:FAST|SPEED)[- ]?BOAT', 'CIGARETTE(?: BOAT)?',
      'LANCHA MUY RAPIDA', 'LANCHA RAPIDA',
      'VOLADORA', 'EDUARDON[OA]', 'BOTE RAPIDO', 'LANCHA GO[- ]?FAST', 'LANCHA VELOZ',
    ],
  },
  {
    id: 'panga', en: 'open boat', es: 'panga',
    words: [
      'PANGA', 'PIROGUE', 'PIROG', 'PIRAGUA', 'PENERO', 'YOLA', 'CAYUCO', 'CANOE', 'CANOA', 'SKIFF', 'OPEN BOAT',
      'DORY',
    ],
  },
  {
    id: 'raft', en: 'raft', es: 'balsa',
    words: ['LIFE ?-?RAFT', 'RAFT', 'BALSA(?: SALVAVIDAS)?', 'RUSTIC (?:BOAT|VESSEL)', 'CHUG'],
  },
  {
    id: 'inflatable', en: 'inflatable', es: 'bote inflable',
    words: [
      'RH?IB', 'DINGH?Y', 'INFLATABLE(?: BOAT)?', 'ZODIAC', '(?:BOTE|LANCHA) (?:INFLABLE|NEUMATIC[OA])', 'NEUMATICA',
    ],
  },
  {
    id: 'jet-ski',
    en: 'jet ski',
    es: 'moto de agua',
    words: ['JET ?-?SKIS?', 'WAVERUNNER', 'MOTOS? (?:DE AGUA|ACUATICA)'],
  },
  {
    id: 'fishing', en: 'fishing boat', es: 'pesquero', shipType: 30,
    words: [
      'FISH(?:ING|IN|ERMEN|ERMAN|ER)?[- ]?(?:BOAT|VESSEL|VSL)', 'FISHING', 'FISHERM[AE]N', 'F/V', 'TRAWLER',
      'LONG-?LINER', 'SHRIMPER',
      '(?:BARCO|BOTE|LANCHA|BUQUE) (?:PESQUER[OA]|DE PESCA)', 'PESQUER[OA]', 'PESQERO', 'PESCADOR(?:ES)?', 'PALANGRERO',
      'ARRASTRERO',
      'CAMARONERO',
    ],
  },
  {
    id: 'sailing', en: 'sailing boat', es: 'velero', shipType: 36,
    words: [
      'SAIL(?:ING)?[- ]?(?:BOAT|YACHT|VESSEL)', 'S/V', 'SLOOP', 'CATAMARAN', 'SCHOONER', 'VELEROS?', 'BALANDRO',
      'GOLETA',
    ],
  },
  {
    id: 'yacht',
    en: 'yacht',
    es: 'yate',
    shipType: 37,
    words: ['(?:MOTOR )?YACHT', 'YATCH', 'YAHT', 'M/Y', 'CABIN CRUISER', 'YATE'],
  },
  {
    id: 'tanker', en: 'tanker', es: 'tanquero', shipType: 80,
    words: ['(?:OIL )?TANK(?:ER|AR)', 'TANQUERO', 'PETROLERO', '(?:BUQUE )?CISTERNA'],
  },
  {
    id: 'cargo', en: 'cargo ship', es: 'carguero', shipType: 70,
    words: [
      'CARGO(?: SHIP| VESSEL| BOAT)?', 'FREIGHTER', 'COASTER', 'CONTAINER(?: SHIP)?', 'BULK(?:ER| CARRIER)', 'M/V',
      '(?:BUQUE )?CARGUERO',
      'MERCANTE', 'BUQUE MERCANTE', 'GRANELERO', 'PORTACONTENEDORES',
    ],
  },
  {
    id: 'tug',
    en: 'tug or barge',
    es: 'remolcador',
    shipType: 52,
    words: ['TUG(?: ?BOAT)?', 'BARGE', 'REMOLCADOR', 'BARCAZA', 'GABARRA'],
  },
  {
    id: 'passenger', en: 'passenger ship', es: 'buque de pasaje', shipType: 60,
    words: [
      'FERRY(?: BOAT)?', 'CRUISE (?:SHIP|LINER)', 'CRUCERO', 'TRANSBORDADOR', 'FERRI', 'PASSENGER (?:SHIP|VESSEL)',
      'BUQUE DE PASAJ[EO]',
    ],
  },
  {
    id: 'government', en: 'patrol boat or warship', es: 'patrullera', shipType: 35,
    words: [
      'PATROL (?:BOAT|VESSEL)', 'COAST ?GUARD(?: CUTTER| BOAT)?', 'WAR ?SHIP', 'NAVY (?:SHIP|VESSEL)', 'PATRULLER[OA]',
      'GUARDACOSTAS', 'BUQUE DE GUERRA',
    ],
  },
  {
    id: 'aircraft', en: 'aircraft', es: 'aeronave', station: 'aircraft',
    words: [
      '(?:AIR ?|SEA ?)?PLANE', 'AIRCRAFT', 'HELICOPTER', 'CHOPPER', 'DRONE', 'AVION(?:ETA)?', 'HELICOPTERO',
      'AERONAVE', 'DRON',
    ],
  },
  {
    id: 'vessel', en: 'vessel', es: 'embarcacion',
    words: [
      'BOATS?', 'VESSELS?', 'VSL', 'SHIPS?', 'LAUNCH', 'LANCHAS?', 'LANCHON', 'BOTES?', 'BARCOS?', 'BUQUES?',
      'EMBARCACION', 'NAVE',
    ],
  },
] as const satisfies readonly VesselKind[]

export type VesselKindId = (typeof VESSEL_KINDS)[number]['id']

export const vesselKind = (id: VesselKindId): VesselKind | undefined => VESSEL_KINDS.find((kind) => kind.id === id)
