import { createElement } from 'react'
import '@oicl/openbridge-webcomponents/dist/icons/icon-antenna.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-close-google.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-content-copy-google.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-input-keyboard-google.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-alert-list.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-media-pause.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-media-play.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-palette-day-bright.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-palette-day.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-palette-dusk.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-palette-night.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-radar-range-iec.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-target-select-iec.js'

export type IconName =
  | 'antenna'
  | 'close-google'
  | 'content-copy-google'
  | 'input-keyboard-google'
  | 'alert-list'
  | 'media-pause'
  | 'media-play'
  | 'palette-day-bright'
  | 'palette-day'
  | 'palette-dusk'
  | 'palette-night'
  | 'radar-range-iec'
  | 'target-select-iec'

/** One of OpenBridge's icons. It is never the only name of a button. */
export const Icon = ({ name }: { readonly name: IconName }) =>
  createElement(`obi-${name}`, { class: 'icon', 'aria-hidden': 'true' })
