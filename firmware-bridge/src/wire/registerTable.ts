import { REGISTER_MAP, type RegisterBlock, type RegisterValue, WIRE_CODES } from './registerMap.js';
import { type BlockName, blockPlace, type RegisterName, registerPlace } from './registerNames.js';

/** The registers and the numbers of names, as PROTOCOL.md shows them. */
export function registerTable(): string {
  return `${REGISTER_MAP.map(blockText).join('\n\n')}\n\n${codesText()}`;
}

function blockText(block: RegisterBlock): string {
  const { address, words, repeats } = blockPlace(block.name as BlockName);
  const last = address + words * repeats - 1;
  const functions = block.table === 'input' ? 'function 4' : 'functions 3, 6, 16';
  const many = repeats === 1 ? '' : `, ${repeats} times ${words === 1 ? 'one register' : `${words} registers`}`;
  const head = `**${block.name}** (${block.table}, ${functions}; ${hex(address)} to ${hex(last)}${many}): ${block.says}`;
  return `${head}\n\n| address | registers | name | unit | what |\n|---|---|---|---|---|\n${block.values.map(rowText).join('\n')}`;
}

function rowText({ name, words = 1, unit = '', says }: RegisterValue): string {
  return `| ${hex(registerPlace(name as RegisterName).address)} | ${words} | \`${name}\` | ${unit} | ${says} |`;
}

function codesText(): string {
  const rows = Object.entries(WIRE_CODES).map(
    ([list, names]) => `| ${list} | ${names.map((name, index) => `${index + 1} \`${name}\``).join(', ')} |`,
  );
  return `Numbers of names; 0: none.\n\n| list | numbers |\n|---|---|\n${rows.join('\n')}`;
}

function hex(address: number): string {
  return `0x${address.toString(16).toUpperCase().padStart(4, '0')}`;
}
