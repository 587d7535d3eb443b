import type { ErrorCode } from 'yaml';
import { Complaint } from './Complaint.js';

const QUOTES = 'put the text in quotes';

const ADVICE: { readonly [code in ErrorCode]?: string } = {
  TAB_AS_INDENT: 'a tab indents this line; YAML indents with spaces: replace each tab by two spaces',
  MULTILINE_IMPLICIT_KEY:
    'this line is neither a key nor part of the text above; is a colon missing, or is it indented too little?',
  BLOCK_IN_FLOW: 'a list or block begins inside brackets; write it in brackets too, or drop the brackets around it',
  BAD_INDENT:
    'the indentation does not fit, or a bracket is not closed; lines of one block begin in the same column, and [ or { ends with ] or }',
  BAD_DQ_ESCAPE:
    'a backslash inside double quotes begins an escape, and this one is not known; use single quotes to keep backslashes',
  BAD_ALIAS: `'*' begins an alias, and this one has no name; ${QUOTES}`,
  BAD_DIRECTIVE: "a line that begins with '%' is a directive, and this one is not known; remove it",
  TAG_RESOLVE_FAILED:
    "a value marked with '!' (a tag) is of no use here; remove the tag, or put text that begins with ! in quotes",
  NON_STRING_KEY: 'a key is a list or a map here; keys are plain words: is this { or [ meant to be a value?',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters; is a line break missing?',
  MULTIPLE_ANCHORS: "a value has two marks '&'; keep one",
  MULTIPLE_TAGS: "a value has two tags '!'; remove them",
  BAD_PROP_ORDER: "'&' and '!' stand before a value, not before a list's dash; remove them",
  ALIAS_PROPS: "an alias '*' cannot be marked again; remove the mark",
};

/** What YAML could not read, said for somebody who does not know YAML's own words. */
export function yamlComplaint(code: ErrorCode, message: string, text: string, at: number): Complaint {
  const sign = text.slice(at, at + 1).trim();
  const found = sign === '' ? 'the end of a line' : `'${sign}'`;
  return new Complaint(adviceOf(code, message, sign), found, 'YAML 1.2');
}

function adviceOf(code: ErrorCode, message: string, sign: string): string {
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return `a second ': ' stands on this line, or the next line is indented too far; ${QUOTES} if the colon belongs to it`;
  }
  if (code === 'BAD_SCALAR_START') return `plain text cannot begin with '${sign}' in YAML; ${QUOTES}`;
  if (code === 'MISSING_CHAR') return missingAdvice(message);
  if (code === 'UNEXPECTED_TOKEN') {
    return sign === ''
      ? 'something is missing here; is a bracket or quote not closed?'
      : `'${sign}' is not expected here; is the line indented like its neighbours, or is a comma, bracket or quote missing before it?`;
  }
  return ADVICE[code] ?? `this is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

function missingAdvice(message: string): string {
  if (/quote/.test(message)) return 'a quote that was opened is never closed; close it on the same line';
  if (/^Flow/.test(message)) return 'a bracket [ or { is not closed before this place';
  if (/,/.test(message)) return 'a comma is missing between two values in brackets';
  return `something is missing here: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
