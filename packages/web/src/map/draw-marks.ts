import type { MapColours } from './map-colours.ts'
import { MARKS, type Mark } from './track-style.ts'

type Context = OffscreenCanvasRenderingContext2D
type Draw = (width: number, height: number, paint: (context: Context) => void) => ImageData

export const isMark = (shape: string): shape is Mark => shape in MARKS

/** What is wrong with a contact, told by its shape: four arcs around it, a question, or a warning sign. */
export function drawMarkOf(mark: Mark, colours: MapColours, draw: Draw): ImageData {
  if (mark === 'dark') return drawDark(colours, draw)
  return mark === 'suspect' ? drawSuspect(colours, draw) : drawConflict(colours, draw)
}

/** Radar has it in sight and nothing is heard: four arcs that enclose it, like no ring of the selection. */
function drawDark(colours: MapColours, draw: Draw): ImageData {
  return draw(38, 38, (context) => {
    const gap = 0.32
    for (const [width, colour] of [[6, colours.halo], [3, colours.label]] as const) {
      context.lineWidth = width
      context.strokeStyle = colour
      for (let quarter = 0; quarter < 4; quarter++) {
        context.beginPath()
        context.arc(19, 19, 14.5, (quarter * Math.PI) / 2 + gap, ((quarter + 1) * Math.PI) / 2 - gap)
        context.stroke()
      }
    }
  })
}

function drawSuspect(colours: MapColours, draw: Draw): ImageData {
  return draw(16, 16, (context) => {
    context.beginPath()
    context.arc(8, 8, 7, 0, 2 * Math.PI)
    context.fillStyle = colours.caution
    context.fill()
    context.strokeStyle = colours.onCaution
    context.stroke()
    letter(context, '?', 8, 8, 11, colours.onCaution)
  })
}

function drawConflict(colours: MapColours, draw: Draw): ImageData {
  return draw(14, 14, (context) => {
    context.beginPath()
    context.moveTo(7, 0.8)
    context.lineTo(13.4, 13)
    context.lineTo(0.6, 13)
    context.closePath()
    context.fillStyle = colours.caution
    context.fill()
    context.strokeStyle = colours.onCaution
    context.stroke()
    letter(context, '!', 7, 9, 9, colours.onCaution)
  })
}

export function letter(
  context: OffscreenCanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  context.font = `700 ${size}px 'Noto Sans', 'Segoe UI', sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = colour
  context.fillText(text, x, y + size * 0.06)
}
