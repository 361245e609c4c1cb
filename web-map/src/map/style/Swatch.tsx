import { pixelsOf } from './rules';
import type { FillSymbolizer, MarkSymbolizer, Paint, StrokeSymbolizer, Symbolizer } from './style';
import { symbolMarkup } from './symbols';

const WIDTH = 28;
const HEIGHT = 28;
const MIDDLE = HEIGHT / 2;
const GREATEST_STROKE = 11;

/** A sample of what a rule draws, in the colours of the theme. */
export function Swatch({ symbolizers, zoom }: { symbolizers: readonly Symbolizer[]; zoom: number }) {
  const widths = symbolizers.map((one) => (one.kind === 'stroke' ? pixelsOf(one.width, zoom) : 0));
  const scale = Math.min(1, GREATEST_STROKE / Math.max(...widths));
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {symbolizers.map((one, index) => (
        <Sample key={index} symbolizer={one} zoom={zoom} scale={scale} />
      ))}
    </svg>
  );
}

interface SampleProps {
  symbolizer: Symbolizer;
  zoom: number;
  scale: number;
}

function Sample({ symbolizer, zoom, scale }: SampleProps) {
  switch (symbolizer.kind) {
    case 'fill':
      return <Ground {...symbolizer} />;
    case 'stroke':
      return <Way stroke={symbolizer} zoom={zoom} scale={scale} />;
    case 'mark':
      return <Dot {...symbolizer} />;
    case 'graphic': {
      const at = (WIDTH - symbolizer.size) / 2;
      const box = { x: at, y: at, width: symbolizer.size, height: symbolizer.size };
      return (
        <g class="map-key__symbol">
          <svg
            {...box}
            viewBox="0 0 24 24"
            dangerouslySetInnerHTML={{ __html: symbolMarkup(symbolizer.symbol) }}
          />
        </g>
      );
    }
    default:
      return null;
  }
}

const ink = (property: 'fill' | 'stroke', { colour, opacity }: Paint): Record<string, string> => ({
  [property]: `var(--${colour})`,
  [`${property}-opacity`]: String(opacity),
});

function Ground({ paint }: FillSymbolizer) {
  return (
    <rect class="map-key__ground" x="2" y="5" width="24" height="18" rx="3" style={ink('fill', paint)} />
  );
}

function Way({ stroke, zoom, scale }: { stroke: StrokeSymbolizer; zoom: number; scale: number }) {
  const length = (value: number): number => pixelsOf({ value, unit: stroke.width.unit }, zoom) * scale;
  const dashes = stroke.dashes && { 'stroke-dasharray': stroke.dashes.map(length).join(' ') };
  return (
    <path
      d={`M2 ${MIDDLE}H26`}
      fill="none"
      stroke-width={length(stroke.width.value)}
      {...dashes}
      style={ink('stroke', stroke.paint)}
    />
  );
}

function Dot({ shape, size, fill, edge }: MarkSymbolizer) {
  const look = {
    'stroke-width': edge.width,
    style: { ...ink('fill', fill), ...ink('stroke', edge.paint) },
  };
  const half = size / 2;
  return shape === 'circle' ? (
    <circle cx={WIDTH / 2} cy={MIDDLE} r={half - edge.width / 2} {...look} />
  ) : (
    <rect x={WIDTH / 2 - half} y={MIDDLE - half} width={size} height={size} {...look} />
  );
}
