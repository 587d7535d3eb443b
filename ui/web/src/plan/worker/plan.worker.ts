/// <reference lib="webworker" />

import { helpStudy } from './helpStudy.js';
import type { FromPlanner, ToPlanner } from './planProtocol.js';
import { readGiven } from './readGiven.js';
import { readTexts } from './readTexts.js';
import { studyInPage } from './studyInPage.js';
import { tryPlan } from './tryPlan.js';
import { writeFile } from './writeFile.js';

/** The planner's worker: reads what is given, studies a region, tries plans that were changed by hand, and writes the report. */
self.addEventListener('message', (event: MessageEvent<ToPlanner>) => {
  const { id } = event.data;
  answer(event.data).catch((error: unknown) => {
    tell({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  });
});

async function answer(message: ToPlanner): Promise<void> {
  const { id } = message;
  switch (message.type) {
    case 'read':
      return tell({ ...(await readGiven(message.files)), id });
    case 'open':
      return tell({ ...readTexts(message.texts), id });
    case 'study': {
      const { region, solver, helpers } = message;
      const study = await studyInPage(region, solver, helpers, (progress) => tell({ type: 'went-on', id, ...progress }));
      return tell({ type: 'studied', id, study });
    }
    case 'help':
      return helpStudy(message.region, message.port);
    case 'try': {
      const { region, plan, isQuick, fidelities } = message;
      return tell({ type: 'tried', id, tried: tryPlan(region, plan, isQuick, fidelities), isQuick });
    }
    case 'write':
      return tell({ type: 'written', id, file: writeFile(message) });
  }
}

function tell(message: FromPlanner): void {
  self.postMessage(message);
}
