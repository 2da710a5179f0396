// Writes src/ui/parts/icons.rs from the Lucide set (ISC licence).
// usage: node tools/icons.mjs path/to/lucide-static
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = [
  'building-2', 'chart-column', 'check', 'chevron-down', 'chevron-right', 'circle-alert', 'coins', 'copy',
  'database', 'download', 'file-up', 'folder-open', 'image-down', 'info', 'lock', 'monitor',
  'moon', 'play', 'plus', 'printer', 'redo-2', 'refresh-cw', 'square', 'sun', 'table', 'target', 'trash-2', 'trending-up', 'triangle-alert', 'undo-2', 'x',
];
const folder = process.argv[2];
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const shapes = (name) => {
  const svg = readFileSync(join(folder, 'icons', `${name}.svg`), 'utf8');
  return [...svg.matchAll(/<(path|circle|rect|line|polyline|ellipse|polygon)\s([^>]*?)\/>/gs)].map(([, tag, text]) => {
    const at = Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
    const n = (key) => Number(at[key] ?? 0);
    // Outlines are joined into one path, where a relative start would count from the end of the one before.
    if (tag === 'path') return at.d.replace(/^m\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)\s*(?=(.?))/, (_, x, y, next) => `M${x} ${y}${/[-\d.]/.test(next) ? 'l' : ''}`);
    if (tag === 'line') return `M${at.x1} ${at.y1}L${at.x2} ${at.y2}`;
    if (tag === 'circle' || tag === 'ellipse') {
      const [rx, ry] = tag === 'circle' ? [n('r'), n('r')] : [n('rx'), n('ry')];
      return `M${n('cx') - rx} ${n('cy')}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;
    }
    if (tag === 'rect') {
      const [x, y, w, h, r] = [n('x'), n('y'), n('width'), n('height'), n('rx') || n('ry')];
      return `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${-(w - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${-r}v${-(h - 2 * r)}a${r} ${r} 0 0 1 ${r} ${-r}`;
    }
    return `M${at.points.trim().split(/\s+/).join('L')}${tag === 'polygon' ? 'z' : ''}`;
  });
};
const variant = (name) => name.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('');
const lines = [
  `//! Outlines of icons, written by \`tools/icons.mjs\` from Lucide ${version} (ISC licence, Lucide contributors).`,
  '',
  '/// An icon of the set.',
  '#[derive(Clone, Copy, Debug, PartialEq, Eq)]',
  'pub(crate) enum Icon {',
  ...NAMES.map((name) => `    ${variant(name)},`),
  '}',
  '',
  'impl Icon {',
  '    /// Its outline, on a square of 24.',
  '    pub(super) const fn path(self) -> &\'static str {',
  '        match self {',
  ...NAMES.map((name) => `            Self::${variant(name)} => "${shapes(name).join('')}",`),
  '        }',
  '    }',
  '}',
  '',
];
writeFileSync('src/ui/parts/icons.rs', lines.join('\n'));
