import type { AdmissionSpec, SiteSpec } from '@dosetwin/twin';
import { US_PER_DAY } from '@dosetwin/twin';
import { PROFILES, type ProfileRule } from '../../profile/PROFILES.js';
import { Complaint } from '../Complaint.js';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
import type { Resolution } from './Resolution.js';

type SiteEntry = ScenarioFile['sites'][string];

/** Where a site is, how it feels, and whom it takes on: the profile's rules with the site's own laid over them. Nothing where it says nothing. */
export function settingOf(
  resolution: Resolution,
  id: string,
  site: SiteEntry,
): Pick<SiteSpec, 'place' | 'feltAs' | 'pharmacist' | 'opening' | 'admission'> {
  const traits = traitsOf(resolution);
  for (const key of ['refuses', 'requires'] as const) {
    site[key].forEach((trait, i) => {
      const isList = Array.isArray(resolution.plainAt(['sites', id, key]));
      resolution.refers(['sites', id, key, ...(isList ? [i] : [])], trait, 'trait of people', traits);
    });
  }
  checkPharmacist(resolution, id, site);
  return {
    ...(site.place && { place: site.place }),
    ...(site['felt-as'].length > 0 && { feltAs: site['felt-as'] }),
    ...(site.pharmacist !== undefined && { pharmacist: site.pharmacist }),
    ...(site.opening && { opening: { share: site.opening.chance, consulted: site.opening.consulted } }),
    ...(setsRules(site) && { admission: admissionOf(site) }),
  };
}

function checkPharmacist(resolution: Resolution, id: string, { pharmacist, setting }: SiteEntry): void {
  if (pharmacist === undefined) return;
  const path = ['sites', id, 'pharmacist'];
  resolution.refers(path, pharmacist, 'contact', resolution.contactNames);
  if (setting === 'pharmacy') return;
  const message = `is for a pharmacy, and ${id} is ${setting}; leave it out, or make the setting pharmacy`;
  resolution.complain(path, Complaint.of('pharmacist', message, 'a pharmacy'), true);
}

export function setsRules(site: SiteEntry): boolean {
  const { profile, refuses, requires, witnessed } = site;
  return (
    profile !== undefined ||
    refuses.length > 0 ||
    requires.length > 0 ||
    witnessed === true ||
    site['tenants-only'] ||
    site['screen-every'] !== undefined
  );
}

function admissionOf(site: SiteEntry): AdmissionSpec {
  const rules = site.profile === undefined ? [] : (PROFILES[site.profile]?.rules ?? []);
  const all = (rule: ProfileRule['rule']) => rules.filter((one) => one.rule === rule).map(({ value }) => value);
  const names = (rule: 'requires' | 'refuses') => [...new Set([...all(rule).map(String), ...site[rule]])];
  const own_us = site['screen-every'];
  return {
    refuses: names('refuses'),
    requires: names('requires'),
    tenantsOnly: site['tenants-only'],
    witnessed: site.witnessed ?? all('witnessed')[0] === true,
    screenEveryD: own_us === undefined ? ((all('screenEveryD')[0] as number | undefined) ?? null) : own_us / US_PER_DAY,
    needsPrescription: all('needsPrescription')[0] !== false,
  };
}

function traitsOf({ sections }: Resolution): readonly string[] {
  return [...new Set(Object.values(sections.people ?? {}).flatMap(({ traits }) => Object.keys(traits)))];
}
