import { describe, expect, it } from 'vitest'
import { Compile } from 'typebox/compile'
import { PictureRequest } from './picture-request.ts'

const schema = Compile(PictureRequest)
const caribbean = { type: 'view', west: -64, south: 10, east: -58, north: 18 }

describe('a view that a client asks for', () => {
  it.each([
    ['a part of the sea', {}],
    ['an area across the antimeridian', { west: 170, east: -170 }],
    ['the whole world', { west: -180, south: -90, east: 180, north: 90 }],
    ['ten frames a second', { rateHz: 10 }],
    ['a frame every ten seconds', { rateHz: 0.1 }],
    ['what changed since the link was lost', { resume: { epoch: 7, revision: 42 } }],
  ])('may be %s', (_what, change) => {
    expect(schema.Check({ ...caribbean, ...change })).toBe(true)
  })

  it.each([
    ['beyond a pole', { north: 90.1 }],
    ['beyond the antimeridian', { west: -180.1 }],
    ['without an edge', { east: undefined }],
    ['with an edge in words', { south: '10' }],
    ['with an edge that is no number', { south: Number.NaN }],
    ['faster than ten frames a second', { rateHz: 11 }],
    ['at no pace', { rateHz: 0 }],
    ['of another type', { type: 'everything' }],
    ['with something nobody knows', { sensor: 'kingstown' }],
    ['that resumes without saying from where', { resume: { epoch: 7 } }],
    ['that resumes before the beginning', { resume: { epoch: 7, revision: -1 } }],
  ])('is refused when it is %s', (_what, change) => {
    expect(schema.Check({ ...caribbean, ...change })).toBe(false)
  })
})
