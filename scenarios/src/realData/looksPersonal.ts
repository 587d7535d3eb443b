/** What a heading is called that must not be handed over, in words, by the words that it is known by. */
const PERSONAL_HEADINGS: readonly { readonly is: string; readonly words: RegExp }[] = [
  {
    is: 'names',
    words:
      /^(.* )?(names?|surname|forename|initials|alias|nickname|nom|prenom|prénom)( .*)?$|^(first|last|given|family|full|maiden)$/,
  },
  { is: 'dates of birth', words: /^(.* )?(dob|birth|birthday|birthdate|born|naissance|age)( .*)?$|^(date of|year of) birth/ },
  {
    is: 'health numbers',
    words:
      /\b(phn|hcn|ohip|msp|ramq|mrn|carecard|sin|nam)\b|\b(health|medical|insurance|chart|card|file|social)\b.*\b(no|nr|number|card|id|record|numero|numéro)\b/,
  },
  {
    is: 'ways to reach a person',
    words: /\b(phone|telephone|téléphone|tel|mobile|cell|e ?mail|address|adresse|street|postal|postcode|zip|contact)\b/,
  },
  {
    is: 'facts about a person',
    words: /\b(sex|gender|race|ethnicity|indigenous|diagnosis|condition|photo|notes?|comments?|remarks?|description)\b/,
  },
];

/** What a column of this heading would hold of a person, or `null`. `heading` is in small letters, its words parted by spaces. */
export function personalHeading(heading: string): string | null {
  return PERSONAL_HEADINGS.find(({ words }) => words.test(heading))?.is ?? null;
}

/** Words that an id may have beside its digits; any other run of more than two letters may be a name. */
const ID_WORD =
  /^(person|resident|tenant|client|member|guest|holder|key|staff|nurse|pharmacist|pharmacy|desk|manager|technician|tech|support|ticket|case|fault|jam|num)$/i;

const MONTH_IN_WORDS = /\b(jan|feb|fév|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|août|sep|oct|nov|dec|déc)\p{L}*\.?(\s|\d|,|$)/iu;

export const DATE_SHAPE = /^\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)/;

/** What a cell looks like that must not be handed over, or `null`. What a time's cell may be, it is not asked for. */
export function personalValue(text: string): string | null {
  if (/\S@\S/.test(text)) return 'an e-mail address';
  if (DATE_SHAPE.test(text) || (MONTH_IN_WORDS.test(text) && /\d/.test(text))) return 'a date, perhaps of birth';
  const bare = text.replace(/[\s.()+-]/g, '');
  if (/^[A-Za-z]{0,4}\d{7,}[A-Za-z]{0,2}$/.test(bare)) return 'a health number or a telephone number';
  if (/^\p{Lu}[\p{Ll}'’]+([\s,.'’-]+\p{Lu}[\p{Ll}'’]*\.?)+$/u.test(text.trim())) return 'the name of a person';
  return null;
}

/** Nothing that these machines did lies before it, so an older date is somebody's birth. */
const FIRST_YEAR = 2015;

/** The same for a cell in a column of times, where a recent date belongs, or the number that a spreadsheet has for it. */
export function personalTime(text: string): string | null {
  if (/^\s*\d{1,5}([.,]\d+)?\s*$/.test(text)) return null;
  if (!DATE_SHAPE.test(text)) return personalValue(text);
  const year = /\b\d{4}\b/.exec(text)?.[0] ?? `20${/\d{2}$/.exec(text.trim().split(/\s/)[0] ?? '')?.[0] ?? ''}`;
  const isOld = Number(year) < FIRST_YEAR || Number(year) > 2036;
  return isOld ? 'a date of birth' : null;
}

/** The same for a cell in a column of figures. */
export function personalFigure(text: string): string | null {
  return /^\s*-?\d{1,5}([.,]\d+)?\s*%?\s*$/.test(text) ? null : personalValue(text);
}

/** The same for the id of a person or a ticket: digits, and beside them two letters or a word of the trade. */
export function personalId(text: string): string | null {
  const personal = personalValue(text);
  if (personal !== null) return personal;
  const words = text.match(/\p{L}+/gu) ?? [];
  const isName =
    words.some((word) => word.length > 2 && !ID_WORD.test(word)) ||
    (words.length > 0 && !/\d/.test(text) && !words.every((word) => ID_WORD.test(word)));
  return isName ? 'the name of a person' : null;
}
