/** A process of its own: serves the emulated board at a free port, says which, and ends with whoever started it. */

import { serveBoard } from '../serveBoard.js';

const served = await serveBoard({
  rtuTcpPort: 0,
  onFault: (error) => {
    throw error;
  },
});
process.send?.(served.rtuTcpPort);
process.once('disconnect', () => void served.close());
