import { modelVersion, zoneDataVersion } from '@dosetwin/twin';
import manifest from '../../package.json' with { type: 'json' };
import type { RecordVersions } from '../record/RunRecord.js';

/** The versions that a run of today rests on; a record holds those of its own day. */
export const runVersions: RecordVersions = { dosetwin: manifest.version, zoneData: zoneDataVersion, model: modelVersion };
