import { Canvas, type CanvasProps } from '@react-three/fiber';
import { useState } from 'react';

/**
 * A canvas that is made anew when its graphics context comes back after a loss (a driver that was reset, a computer that slept):
 * what was drawn by hand into textures is lost with it, and three sends only what it still has.
 */
export function RestoredCanvas(props: CanvasProps) {
  const [restored, setRestored] = useState(0);
  return (
    <Canvas
      {...props}
      key={restored}
      onCreated={(state) => {
        state.gl.domElement.addEventListener('webglcontextrestored', () => setRestored((times) => times + 1), { once: true });
        props.onCreated?.(state);
      }}
    />
  );
}
