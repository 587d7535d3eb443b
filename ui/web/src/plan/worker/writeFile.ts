import { renderStudy, studyCsv, studyGeoJson } from '@dosetwin/reports';
import { REGION_LISTS, type Region, writeRegion } from '@dosetwin/scenarios';
import { regionWorkbook } from '@dosetwin/scenarios/regionWorkbook';
import { strToU8, zipSync } from 'fflate';
import type { ToPlanner, WrittenFile } from './planProtocol.js';

/** The file that a planner takes along, or `null` where there is nothing to write yet. */
export function writeFile({ kind, region, study }: Extract<ToPlanner, { type: 'write' }>): WrittenFile | null {
  if (kind === 'template')
    return {
      name: 'region-template.xlsx',
      mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: regionWorkbook(),
    };
  if (region === null) return null;
  const { id } = region;
  if (kind === 'region') return archive(id, filesOf(region));
  if (study === null) return null;
  if (kind === 'html') return { name: `${id}.html`, mime: 'text/html', content: renderStudy(study, region, null) };
  if (kind === 'csv') return { name: `${id}.plans.csv`, mime: 'text/csv', content: studyCsv(study) };
  return { name: `${id}.geojson`, mime: 'application/geo+json', content: studyGeoJson(study, region) };
}

function filesOf(region: Region): Readonly<Record<string, string>> {
  const files = writeRegion(region);
  const lists = REGION_LISTS.map((list) => [`${region.id}.${list}.csv`, files[list]] as const);
  return Object.fromEntries([[`${region.id}.yaml`, files.region], ...lists]);
}

/** Several files as one, so that a browser asks once. */
function archive(name: string, files: Readonly<Record<string, string>>): WrittenFile {
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)])));
  return { name: `${name}.zip`, mime: 'application/zip', content: bytes };
}
