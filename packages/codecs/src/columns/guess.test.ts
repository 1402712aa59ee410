import { describe, expect, it } from 'vitest'
import { guessColumns } from './guess.ts'
import { proposeMapping } from './propose.ts'
import { COURSE, PLACE_AND_TIME, SPEED, type Vocabulary } from './vocabulary.ts'

const VOCABULARY: Vocabulary = {
  ...PLACE_AND_TIME,
  name: { headers: 'name, vessel, nombre, nom, naam' },
  speed: SPEED,
  course: COURSE,
}
const REQUIRED = ['time', 'lat', 'lon']
const guess = (text: string) => proposeMapping(text, VOCABULARY, REQUIRED)

describe('the guess from a header', () => {
  it.each([
    [
      'English',
      'Vessel,Timestamp,Latitude,Longitude,Speed (kn),Course',
      'time=Timestamp lat=Latitude lon=Longitude name=Vessel speed="Speed (kn)":kn course=Course',
    ],
    [
      'Spanish',
      'Nombre;Fecha;Hora;Latitud;Longitud;Velocidad [km/h];Rumbo',
      'time=Fecha+Hora lat=Latitud lon=Longitud name=Nombre speed="Velocidad [km/h]":km/h course=Rumbo',
    ],
    [
      'French',
      'Nom;Date et heure;Latitude;Longitude;Vitesse;Cap',
      'time="Date et heure" lat=Latitude lon=Longitude name=Nom speed=Vitesse course=Cap',
    ],
    [
      'Dutch',
      'naam\tdatum\ttijd\tbreedtegraad\tlengtegraad\tsnelheid_kn',
      'time=datum+tijd lat=breedtegraad lon=lengtegraad name=naam speed=snelheid_kn:kn',
    ],
  ])('finds what is meant in %s', (_, record, mapping) => {
    expect(guess(record)).toEqual({ mapping, missing: [] })
  })

  it('says what it did not find', () => {
    expect(guess('Vessel,When,Latitude,Longitude').missing).toEqual(['time'])
    expect(guess('a,b,c').missing).toEqual(REQUIRED)
    expect(guess('').missing).toEqual(REQUIRED)
  })

  it('joins a date and a time of day though one of them could be all', () => {
    expect(guess('Date,UTC Time,lat,lon').mapping).toContain('time=Date+"UTC Time"')
    expect(guess('UTC Time,lat,lon').mapping).toContain('time="UTC Time"')
    expect(guess('Time,lat,lon').mapping).toContain('time=Time')
    expect(guess('Fecha,lat,lon').mapping).toContain('time=Fecha')
  })

  it('takes no last word of a header for a unit that is none', () => {
    expect(guess('time zone,lat dir,lon,speed limit').missing).toEqual(['time', 'lat'])
    expect(guess('Time (UTC),lat deg,lon (WGS84),speed limit')).toEqual({
      mapping: 'time="Time (UTC)" lat="lat deg" lon="lon (WGS84)"',
      missing: [],
    })
  })

  it('gives one header to one key', () => {
    expect(guess('time,lat,lon,speed,SOG,SPEED').mapping).toContain('speed=speed')
  })

  it('sees through a byte order mark and quotes', () => {
    expect(guess('\ufeff"Time","Lat","Lon"').missing).toEqual([])
  })

  it('looks at no header that no list has', () => {
    const wide = Array.from({ length: 300 }, (_, index) => `c${index}`)
    expect(guessColumns(['time', 'lat', 'lon', ...wide], VOCABULARY)).toEqual({ columns: {} })
    expect(guessColumns([`time${' '.repeat(80)}`, 'lat'], VOCABULARY).columns['time']).toBeUndefined()
  })
})
