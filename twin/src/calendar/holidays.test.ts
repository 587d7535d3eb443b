import { describe, expect, it } from 'vitest';
import { dayNumberOf } from './civil.js';
import { holidayOn, holidayYears, provinces } from './holidays.js';

const on = (province: string, year: number, month: number, day: number) => holidayOn(province, dayNumberOf({ year, month, day }));

describe('holidays', () => {
  it('differ by province as the facts have it', () => {
    expect(on('NS', 2026, 5, 18)).toBeNull();
    expect(on('ON', 2026, 5, 18)).toBe('Victoria Day');
    expect(on('NS', 2026, 10, 12)).toBeNull();
    expect(on('ON', 2026, 10, 12)).toBe('Thanksgiving');
    for (const province of ['BC', 'AB', 'SK', 'NS', 'NL']) expect(on(province, 2026, 11, 11), province).not.toBeNull();
    for (const province of ['ON', 'MB']) expect(on(province, 2026, 11, 11), province).toBeNull();
    for (const province of ['BC', 'MB']) expect(on(province, 2026, 9, 30), province).not.toBeNull();
    for (const province of ['ON', 'NS', 'AB', 'SK', 'NL']) expect(on(province, 2026, 9, 30), province).toBeNull();
    for (const province of ['BC', 'AB', 'SK', 'MB', 'NS', 'NL']) expect(on(province, 2026, 12, 26), province).toBeNull();
    expect(on('ON', 2026, 12, 26)).toBe('Boxing Day');
    for (const province of ['BC', 'SK']) expect(on(province, 2026, 8, 3), province).not.toBeNull();
    for (const province of ['ON', 'NS', 'AB', 'MB', 'NL']) expect(on(province, 2026, 8, 3), province).toBeNull();
    expect(on('NL', 2026, 2, 16)).toBeNull();
  });

  it('are, in 2026 to 2028, the 81 of the reference list for BC, NS and ON', () => {
    let count = 0;
    for (const province of ['BC', 'NS', 'ON']) {
      const first = dayNumberOf({ year: 2026, month: 1, day: 1 });
      const end = dayNumberOf({ year: 2029, month: 1, day: 1 });
      for (let day = first; day < end; day++) if (holidayOn(province, day) !== null) count += 1;
    }
    expect(count).toBe(81);
  });

  it('were ordinary days before they became holidays', () => {
    expect(on('BC', 2021, 9, 30)).toBeNull();
    expect(on('BC', 2023, 9, 30)).toBe('National Day for Truth and Reconciliation');
  });

  it('are known for thirteen provinces and territories, 2019 to 2030, and for no other', () => {
    expect(provinces).toHaveLength(13);
    expect(holidayYears).toEqual({ from: 2019, to: 2030 });
    for (const province of provinces) expect(on(province, 2030, 12, 25), province).not.toBeNull();
    expect(() => on('XX', 2026, 1, 1)).toThrow(/no province XX/);
  });
});
