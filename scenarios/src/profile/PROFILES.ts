import profiles from './profiles.json' with { type: 'json' };

/** One rule of a province: what it sets, and where it was read. */
export interface ProfileRule {
  readonly rule: 'requires' | 'refuses' | 'witnessed' | 'screenEveryD' | 'needsPrescription';
  readonly value: string | number | boolean;
  readonly says: string;
  /** Where it was read; begins with `assumption` where it was not read anywhere. */
  readonly source: string;
}

/** Rules of a province that a site may take up. */
export interface ProvinceProfile {
  readonly title: string;
  /** No province has it: it is there to ask what would be. */
  readonly hypothetical: boolean;
  readonly rules: readonly ProfileRule[];
}

const { '//': _, ...data } = profiles;

export const PROFILES = data as Readonly<Record<string, ProvinceProfile>>;
export const PROFILE_NAMES: readonly string[] = Object.keys(PROFILES);
