import type { Plugin } from 'vite';
import { FRAME_SHARES, type SceneLayout } from './src/scene/frameFor.js';
import { posterSvg } from './src/scene/posterSvg.js';
import { SCENE_PALETTES } from './src/scene/scenePalette.js';

/** As the first screen's style has it. */
const PHONE_PICTURE_PX = 560;

/** Draws the machine into the page itself, so that it is there before any script runs. */
export function posterPlugin(): Plugin {
  return {
    name: 'poster',
    transformIndexHtml: (html) =>
      html.replace('<div id="page">', `<style>${style()}</style><div id="poster">${posterSvg()}</div><div id="page">`),
  };
}

function style(): string {
  const { light, dark } = SCENE_PALETTES;
  return [
    `#poster{position:fixed;inset:0;z-index:-1;overflow:hidden;background:light-dark(${light.wall},${dark.wall})}`,
    '#poster svg{position:absolute;overflow:visible}',
    place('first'),
    `@media (max-width:1100px){${place('first-middle')}}`,
    `@media (max-width:700px){#poster{position:absolute;bottom:auto;height:${PHONE_PICTURE_PX}px}${place('first-phone')}}`,
  ].join('');
}

function place(layout: SceneLayout): string {
  const { left, right, top, bottom } = FRAME_SHARES[layout];
  const percent = (share: number) => `${Math.round(share * 1e5) / 1e3}%`;
  return `#poster svg{left:${percent(left)};top:${percent(top)};width:${percent(right - left)};height:${percent(bottom - top)}}`;
}
