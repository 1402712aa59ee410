import type { LinkState } from '../link/link-state.ts'
import { LOCALE_NAMES, LOCALES } from '../text/catalogue.ts'
import { formatLocal, formatUtc } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import { Icon, type IconName } from '../theme/icon.tsx'
import { PALETTES, type Palette } from '../theme/palette.ts'
import { useHealth } from '../api/api.ts'
import type { ScreenState } from './screen-state.ts'
import type { ChangeScreen } from './use-screen.ts'

export interface TopBarProps {
  readonly screen: ScreenState
  readonly onChange: ChangeScreen
  readonly onHelp: () => void
  readonly link: LinkState
  /** Some of what is shown is an exercise. */
  readonly simulated: boolean
  /** Now, by the node's clock. */
  readonly nodeTime: number
}

export function TopBar({ screen, onChange, onHelp, link, simulated, nodeTime }: TopBarProps) {
  const text = useText()
  const { data: health } = useHealth()
  return (
    <header className="top-bar">
      <h1>CSII</h1>
      <p className="node">
        {health && (
          <>
            <span className="node-name">{health.node}</span> <span>{health.nation}</span>
          </>
        )}
      </p>
      {(simulated || health?.simulated) && (
        <p className="simulated" title={text('app.simulated.long')}>
          {text('app.simulated')}
        </p>
      )}
      <LinkLamp link={link} />
      <span className="gap" />
      <Tools screen={screen} onChange={onChange} onHelp={onHelp} />
      <p className="clock">
        <time dateTime={new Date(nodeTime).toISOString()}>
          {formatUtc(nodeTime)} <small>{text('app.utc')}</small>
        </time>
        <small className="local">
          {formatLocal(nodeTime)} {text('app.local')}
        </small>
      </p>
    </header>
  )
}

function LinkLamp({ link }: { readonly link: LinkState }) {
  const text = useText()
  const words = {
    connecting: text('link.connecting'),
    live: text('link.live'),
    stale: text('link.stale', { time: formatUtc(link.since) }),
    lost: text('link.lost', { time: formatUtc(link.since) }),
  }
  return <output className={`lamp lamp-${link.kind}`}>{words[link.kind]}</output>
}

function Tools({ screen, onChange, onHelp }: Pick<TopBarProps, 'screen' | 'onChange' | 'onHelp'>) {
  const text = useText()
  return (
    <div className="tools">
      <PaletteSwitch palette={screen.palette} onChange={onChange} />
      <select
        aria-label={text('app.language')}
        value={screen.locale}
        className="language"
        onChange={({ target }) => onChange({ locale: LOCALES.find((locale) => locale === target.value) ?? 'en' })}
      >
        {LOCALES.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {LOCALE_NAMES[locale]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="flat help-button"
        onClick={onHelp}
        aria-label={text('app.shortcuts')}
        title={`${text('app.shortcuts')} (?)`}
      >
        <Icon name="input-keyboard-google" />
      </button>
    </div>
  )
}

const PALETTE_ICONS: Readonly<Record<Palette, IconName>> = {
  bright: 'palette-day-bright',
  day: 'palette-day',
  dusk: 'palette-dusk',
  night: 'palette-night',
}

function PaletteSwitch({ palette, onChange }: { readonly palette: Palette; readonly onChange: ChangeScreen }) {
  const text = useText()
  return (
    <fieldset aria-label={text('app.palette')} className="palettes">
      {PALETTES.map((name, index) => (
        <button
          key={name}
          type="button"
          aria-pressed={palette === name}
          aria-label={text(`palette.${name}`)}
          title={`${text(`palette.${name}`)} (${index + 1})`}
          onClick={() => onChange({ palette: name })}
        >
          <Icon name={PALETTE_ICONS[name]} />
        </button>
      ))}
    </fieldset>
  )
}
