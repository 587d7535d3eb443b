import type { CanvasTexture } from 'three';
import type { MachinePose } from '../../pose/MachinePose.js';
import { canvasTexture } from './canvasTexture.js';

const WIDTH = 1024;
const HEIGHT = 636;
const MARGIN = 84;

/** The cabinet's screen: a headline, a line or two, and in calm times an arrow down to the reader. The page says it too. */
export function screenTexture(screen: MachinePose['screen'], on: boolean): CanvasTexture {
  return canvasTexture(
    WIDTH,
    HEIGHT,
    (pen) => {
      const ground = pen.createLinearGradient(0, 0, WIDTH * 0.4, HEIGHT);
      ground.addColorStop(0, on ? '#14302f' : '#14130f');
      ground.addColorStop(0.55, on ? '#0a1f1f' : '#0d0c0a');
      ground.addColorStop(1, on ? '#061514' : '#0a0908');
      pen.fillStyle = ground;
      pen.fillRect(0, 0, WIDTH, HEIGHT);
      if (!on) return;
      words(pen, screen);
      mark(pen, screen.tone);
    },
    true,
  );
}

function words(pen: CanvasRenderingContext2D, screen: MachinePose['screen']): void {
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = screen.tone === 'fault' ? '#ffcf85' : '#f3f6f3';
  pen.font = '600 92px "Geist Variable", Geist, system-ui, sans-serif';
  const lines = wrap(pen, screen.headline, WIDTH - 2 * MARGIN);
  const smallTop = 262 + (lines.length - 1) * 100;
  lines.slice(0, 3).forEach((line, index) => {
    pen.fillText(line, MARGIN, 262 + index * 100);
  });
  pen.fillStyle = '#bcd0ca';
  pen.font = '450 52px "Geist Variable", Geist, system-ui, sans-serif';
  wrap(pen, screen.body, WIDTH - 2 * MARGIN - 150)
    .slice(0, 3)
    .forEach((line, index) => {
      pen.fillText(line, MARGIN, smallTop + 96 + index * 66);
    });
}

/** An arrow down, a filled dot, or hatching: the tone is told by shape as well as by colour. */
function mark(pen: CanvasRenderingContext2D, tone: MachinePose['screen']['tone']): void {
  const [x, y] = [WIDTH - MARGIN - 36, HEIGHT - 150];
  pen.lineWidth = 11;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  if (tone === 'fault') {
    pen.fillStyle = '#ffab2e';
    for (let step = 0; step < WIDTH + 40; step += 44) {
      pen.beginPath();
      pen.moveTo(step, HEIGHT);
      pen.lineTo(step + 22, HEIGHT);
      pen.lineTo(step + 50, HEIGHT - 28);
      pen.lineTo(step + 28, HEIGHT - 28);
      pen.fill();
    }
    return;
  }
  pen.strokeStyle = '#5fd9c6';
  pen.fillStyle = '#5fd9c6';
  pen.beginPath();
  if (tone === 'live') {
    pen.arc(x, y + 40, 26, 0, Math.PI * 2);
    pen.fill();
    return;
  }
  pen.moveTo(x, y - 30);
  pen.lineTo(x, y + 70);
  pen.moveTo(x - 36, y + 36);
  pen.lineTo(x, y + 72);
  pen.lineTo(x + 36, y + 36);
  pen.stroke();
}

function wrap(pen: CanvasRenderingContext2D, text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
