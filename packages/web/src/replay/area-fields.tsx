import type { LatLon } from '@csii/model'
import { useEffect, useState, type RefObject } from 'react'
import type { View } from '../link/picture-link.ts'
import type { Chart } from '../map/chart.ts'
import type { Drawing } from '../map/draw-area.ts'
import { formatLatitude, formatLongitude } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import { TextField } from '../theme/field.tsx'
import { boxOf, drawnArea, SIDES } from './search-draft.ts'
import type { SearchDesk } from './use-search-desk.ts'

export interface AreaProps {
  readonly desk: SearchDesk
  readonly chart: RefObject<Chart | undefined>
  /** What the map shows. */
  readonly view: View | undefined
  /** The middle of the map. */
  readonly middle: LatLon
}

/** An area: drawn with the pointer, taken from the map's view, built of corners by keys, or typed. */
export function AreaFields({ desk, chart, view, middle }: AreaProps) {
  const text = useText()
  const { draft: { box, polygon }, edit } = desk
  const { drawing, start } = useDrawing({ desk, chart })
  const addCorner = () => edit({ box: { west: '', south: '', east: '', north: '' }, polygon: [...polygon, { lat: middle.lat, lon: middle.lon }] })
  return (
    <>
      <div className="actions wide" role="group" aria-label={text('search.area')}>
        <button type="button" className="pointer-only" aria-pressed={drawing === 'box'} onClick={() => start('box')}>{text('search.draw.box')}</button>
        <button type="button" className="pointer-only" aria-pressed={drawing === 'polygon'} onClick={() => start('polygon')}>{text('search.draw.polygon')}</button>
        {view && <button type="button" onClick={() => edit({ polygon: [], box: boxOf(view) })}>{text('export.area.view')}</button>}
        <button type="button" onClick={addCorner}>{text('search.corner')}</button>
      </div>
      {drawing && <p role="status" className="notice wide">{text(`search.drawing.${drawing}`)}</p>}
      {polygon.length > 0 ? (
        <div className="actions wide">
          <span className="search-corners">{text('search.corners', { n: polygon.length })}</span>
          <button type="button" onClick={() => edit({ polygon: [] })}>{text('search.clear')}</button>
        </div>
      ) : (
        SIDES.map((side) => (
          <TextField
            key={side} label={text(`search.side.${side}`)} inputMode="decimal" value={box[side]}
            onText={(degrees) => edit({ box: { ...box, [side]: degrees } })}
          />
        ))
      )}
    </>
  )
}

/** A place, and how far around it. */
export function PlaceFields({ desk, chart, middle }: AreaProps) {
  const text = useText()
  const { draft: { place, miles }, edit } = desk
  const { drawing, start } = useDrawing({ desk, chart })
  return (
    <>
      <p className="wide search-place" aria-live="polite">{place ? `${formatLatitude(place.lat)} ${formatLongitude(place.lon)}` : text('search.missing.place')}</p>
      <div className="actions wide" role="group" aria-label={text('search.place')}>
        <button type="button" className="pointer-only" aria-pressed={drawing === 'place'} onClick={() => start('place')}>{text('search.pick')}</button>
        <button type="button" onClick={() => edit({ place: { lat: middle.lat, lon: middle.lon } })}>{text('search.middle')}</button>
      </div>
      {drawing && <p role="status" className="notice wide">{text('search.drawing.place')}</p>}
      <TextField label={text('search.miles')} inputMode="decimal" value={miles} onText={(typed) => edit({ miles: typed })} />
    </>
  )
}

/** Drawing on the map, which ends with the panel. */
function useDrawing({ desk: { edit, sketch }, chart }: Pick<AreaProps, 'desk' | 'chart'>) {
  const [current, setCurrent] = useState<{ readonly drawing: Drawing; readonly cancel: () => void }>()
  useEffect(() => () => current?.cancel(), [current])
  const start = (drawing: Drawing) => {
    if (current?.drawing === drawing) return current.cancel()
    const end = () => {
      sketch(undefined)
      setCurrent(undefined)
    }
    const cancel = chart.current?.draw(drawing, {
      onDraft: sketch,
      onDone(corners) {
        end()
        edit(drawing === 'place' ? { place: corners[0] } : drawnArea(corners, drawing === 'box'))
      },
      onCancel: end,
    })
    if (cancel) setCurrent({ drawing, cancel })
  }
  return { drawing: current?.drawing, start }
}
