import type milsymbol from 'milsymbol'
import { readImageKey, type ImageKey } from './image-key.ts'
import { drawMarkOf, isMark, letter } from './draw-marks.ts'
import type { MapColours } from './map-colours.ts'

type Milsymbol = typeof milsymbol

/** Drawn at twice the size, so that they are sharp on dense screens. */
export const PIXEL_RATIO = 2
const SYMBOL_SIZE = 19
/** Pixels from the middle of a symbol to the corner that carries its badge. */
const BADGE_AT = 12

/** Draws the picture that `key` names. Each is drawn once for each palette. */
export function drawImage(key: string, colours: MapColours, ms: Milsymbol): ImageData {
  const image = readImageKey(key)
  if (image.shape.startsWith('mil/')) return drawMilsymbol(image, colours, ms)
  if (image.shape === 'dot/mark') return drawMark(image, colours)
  if (image.shape.startsWith('dot/')) return drawDot(image, colours)
  if (image.shape.startsWith('distress')) return drawDistress(image, colours)
  if (isMark(image.shape)) return drawMarkOf(image.shape, colours, draw)
  if (image.shape.startsWith('seen/')) return drawSeen(image, colours)
  return drawStation(image, colours)
}

/** The code's anchor is brought to the middle of the image, whatever stands beside the frame. */
function drawMilsymbol({ shape, simulated, staleness }: ImageKey, colours: MapColours, ms: Milsymbol): ImageData {
  const stale = staleness === 'stale'
  const { neutral, unknown, paper } = colours
  const fills = ms.ColorMode(neutral, neutral, neutral, neutral, unknown, unknown)
  ms.setColorMode('OffWhite', ms.ColorMode(paper, paper, paper, paper, paper, paper))
  const symbol = new ms.Symbol(shape.slice(4), {
    size: SYMBOL_SIZE,
    civilianColor: false,
    colorMode: fills,
    fill: !stale,
    strokeWidth: 5,
    outlineWidth: stale ? 6 : 3,
    outlineColor: colours.halo,
    ...(stale && { monoColor: colours.label, outlineWidth: 8 }),
  })
  const { x, y } = symbol.getAnchor()
  const { width, height } = symbol.getSize()
  const half = {
    x: Math.ceil(Math.max(x, width - x, BADGE_AT + 8)),
    y: Math.ceil(Math.max(y, height - y, BADGE_AT + 8)),
  }
  return draw(
    half.x * 2,
    half.y * 2,
    (context) => {
      context.drawImage(symbol.asCanvas(PIXEL_RATIO), (half.x - x) * PIXEL_RATIO, (half.y - y) * PIXEL_RATIO)
      context.scale(PIXEL_RATIO, PIXEL_RATIO)
      if (simulated) drawBadge(context, half.x + BADGE_AT, half.y - BADGE_AT, colours)
    },
    false,
  )
}

/** The standard's own S for simulation is too small to see at this size, so it is drawn again. */
function drawBadge(context: OffscreenCanvasRenderingContext2D, x: number, y: number, colours: MapColours): void {
  context.beginPath()
  context.arc(x, y, 6, 0, 2 * Math.PI)
  context.fillStyle = colours.halo
  context.fill()
  context.lineWidth = 1
  context.strokeStyle = colours.label
  context.stroke()
  letter(context, 'S', x, y, 9, colours.label)
}

/** Live tracks are discs; simulated ones carry an S. Stale ones are hollow. */
function drawDot({ shape, simulated, staleness }: ImageKey, colours: MapColours): ImageData {
  const radius = simulated ? 6 : 4.5
  const fill = shape === 'dot/neutral' ? colours.neutral : colours.unknown
  return draw(16, 16, (context) => {
    context.beginPath()
    context.arc(8, 8, radius, 0, 2 * Math.PI)
    context.fillStyle = staleness === 'stale' ? colours.sea : fill
    context.fill()
    context.lineWidth = 1.2
    context.strokeStyle = staleness === 'stale' ? colours.label : colours.ink
    context.stroke()
    if (simulated) letter(context, 'S', 8, 8, 9, staleness === 'stale' ? colours.label : colours.ink)
  })
}

/** What stays in its place is small from afar, so that the vessels around it are seen. */
function drawMark({ simulated }: ImageKey, colours: MapColours): ImageData {
  return draw(14, 14, (context) => {
    context.translate(7, 7)
    context.rotate(Math.PI / 4)
    context.fillStyle = colours.halo
    context.fillRect(-3.5, -3.5, 7, 7)
    context.lineWidth = 1.2
    context.strokeStyle = colours.label
    context.strokeRect(-3.5, -3.5, 7, 7)
    context.rotate(-Math.PI / 4)
    if (simulated) letter(context, 'S', 0, 0, 7, colours.label)
  })
}

/** IEC 62288's AIS-SART: a circle with a cross, on a disc like nothing else on the map. Tests differ in colour. */
function drawDistress({ shape, simulated }: ImageKey, colours: MapColours): ImageData {
  const [fill, cross] = shape === 'distress' ? [colours.alarm, colours.onAlarm] : [colours.caution, colours.onCaution]
  return draw(40, 40, (context) => {
    context.beginPath()
    context.arc(20, 20, 15, 0, 2 * Math.PI)
    context.fillStyle = fill
    context.fill()
    context.lineWidth = 2.5
    context.strokeStyle = cross
    context.stroke()
    context.beginPath()
    for (const side of [-1, 1]) {
      context.moveTo(20 - 8, 20 - 8 * side)
      context.lineTo(20 + 8, 20 + 8 * side)
    }
    context.lineWidth = 3.5
    context.stroke()
    if (simulated) letter(context, 'S', 35, 6, 12, colours.label)
  })
}

/** A radar's contact is a circle (IEC 62288), a satellite's a hexagon, a person's a triangle. Stale ones are hollow. */
const CORNERS: Readonly<Record<string, number>> = { 'seen/satellite': 6, 'seen/person': 3 }

function drawSeen({ shape, simulated, staleness }: ImageKey, colours: MapColours): ImageData {
  const stale = staleness === 'stale'
  const corners = CORNERS[shape]
  return draw(18, 18, (context) => {
    context.translate(9, corners === 3 ? 10 : 9)
    context.beginPath()
    if (corners === undefined) context.arc(0, 0, 5.5, 0, 2 * Math.PI)
    for (let corner = 0; corner < (corners ?? 0); corner++) {
      const angle = (2 * Math.PI * corner) / corners! - Math.PI / 2
      context.lineTo(7 * Math.cos(angle), 7 * Math.sin(angle))
    }
    context.closePath()
    context.fillStyle = stale ? colours.sea : colours.unknown
    context.fill()
    context.lineWidth = 1.4
    context.strokeStyle = stale ? colours.label : colours.ink
    context.stroke()
    if (simulated) letter(context, 'S', 0, 0, 8, stale ? colours.label : colours.ink)
  })
}

/** Aids to navigation are diamonds (IEC 62288), base stations squares. */
function drawStation({ shape, simulated, staleness }: ImageKey, colours: MapColours): ImageData {
  return draw(24, 24, (context) => {
    context.translate(12, 12)
    if (shape === 'aton') context.rotate(Math.PI / 4)
    context.setLineDash(staleness === 'fresh' ? [] : [3, 2])
    context.lineWidth = 1.8
    context.strokeStyle = colours.label
    context.fillStyle = colours.halo
    context.globalAlpha = 0.85
    context.fillRect(-6, -6, 12, 12)
    context.globalAlpha = 1
    context.strokeRect(-6, -6, 12, 12)
    if (shape === 'aton') context.rotate(-Math.PI / 4)
    letter(context, simulated ? 'S' : '+', 0, 0, 9, colours.label)
  })
}

function draw(
  width: number,
  height: number,
  paint: (context: OffscreenCanvasRenderingContext2D) => void,
  scaled = true,
): ImageData {
  const canvas = new OffscreenCanvas(width * PIXEL_RATIO, height * PIXEL_RATIO)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no 2D canvas')
  if (scaled) context.scale(PIXEL_RATIO, PIXEL_RATIO)
  paint(context)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
