import { Crew } from '../src/sizing/simulate/Crew.js';
import { keyedDraw, WORDS } from '../src/sizing/simulate/keyedDraw.js';
import type { PlanModel } from '../src/sizing/simulate/PlanModel.js';
import type { ByHand } from './ByHand.js';
import { DAY, HandMachines } from './HandMachines.js';
import { minuteByHand } from './minuteByHand.js';

/**
 * Each machine alone, in one loop over typed arrays: people are counted, and only those are taken in order whose cartridge is jammed or
 * jams on that day; on a day on which the machine stands still for a part of it, whoever comes is held against that part.
 */
export function machinesByHand(model: PlanModel): ByHand {
  const { machines, days, dosesPerDay, firstPerson, key0, key1, groupOf, comesBelow, jamBelow, palmBelow, chances } = model;
  const crew = new Crew(model);
  const hand = new HandMachines(model, crew);
  const { stock, jammed, isDown, due } = hand;
  const stopsBelow = chances.jamStops * WORDS;
  const outBelow = chances.outOfHours * 65_536;
  const people = model.region.machine.people;
  const visits = new Int32Array(people);
  const [whoOf, numberOf, minuteOf] = [
    new Int32Array(people * dosesPerDay),
    new Int32Array(people * dosesPerDay),
    new Int32Array(people * dosesPerDay),
  ];
  const [downFrom, downTo, downBy] = [new Int32Array(DAY), new Int32Array(DAY), new Int32Array(DAY)];
  let came = 0;
  let served = 0;
  let down = 0;
  let jam = 0;
  let empty = 0;
  let palm = 0;
  for (let m = 0; m < machines; m++) {
    crew.reset();
    const from = firstPerson[m] as number;
    const here = (firstPerson[m + 1] as number) - from;
    for (let day = 0; day < days; day++) {
      const morning = day * DAY;
      const evening = morning + DAY;
      while ((due[m] as number) <= morning) hand.event(m);
      const isStill = isDown[m] === 1 && (due[m] as number) >= evening;
      let all = 0;
      let ordered = 0;
      for (let i = 0; i < here; i++) {
        const p = from + i;
        const group = groupOf[p] as number;
        const below = comesBelow[group] as number;
        const amiss = jamBelow[group] as number;
        const k0 = key0[p] as number;
        const k1 = key1[p] as number;
        let some = 0;
        let odd = 0;
        for (let visit = day * dosesPerDay; visit < (day + 1) * dosesPerDay; visit++) {
          const word = keyedDraw(k0, k1, visit * 8);
          if (word < below) some += 1;
          if (word < amiss) odd += 1;
        }
        all += some;
        visits[i] = some;
        if ((odd === 0 && jammed[p] === 0) || isStill) continue;
        for (let visit = day * dosesPerDay; visit < (day + 1) * dosesPerDay; visit++) {
          if (keyedDraw(k0, k1, visit * 8) >= below) continue;
          const minute =
            morning + minuteByHand(keyedDraw(k0, k1, visit * 8 + 1), outBelow, visit - day * dosesPerDay, dosesPerDay);
          let at = ordered++;
          for (; at > 0 && (minuteOf[at - 1] as number) > minute; at--) {
            minuteOf[at] = minuteOf[at - 1] as number;
            whoOf[at] = whoOf[at - 1] as number;
            numberOf[at] = numberOf[at - 1] as number;
          }
          minuteOf[at] = minute;
          whoOf[at] = p;
          numberOf[at] = visit;
        }
        visits[i] = 0;
      }
      came += all;
      if (isStill) {
        down += all;
        continue;
      }
      let spells = 0;
      if (isDown[m] === 1) {
        downFrom[0] = morning;
        downTo[0] = evening;
        downBy[0] = -1;
        spells = 1;
      }
      for (let entry = 0; entry <= ordered; entry++) {
        const minute = entry < ordered ? (minuteOf[entry] as number) : evening - 1;
        while ((due[m] as number) <= minute) {
          const wasDown = isDown[m];
          const at = due[m] as number;
          hand.event(m);
          if (wasDown === isDown[m]) continue;
          if (wasDown === 1) downTo[spells - 1] = at;
          else {
            downFrom[spells] = at;
            downTo[spells] = evening;
            downBy[spells++] = -1;
          }
        }
        if (entry === ordered) break;
        const p = whoOf[entry] as number;
        const group = groupOf[p] as number;
        const visit = numberOf[entry] as number;
        const word = keyedDraw(key0[p] as number, key1[p] as number, visit * 8);
        if (isDown[m] === 1) down += 1;
        else if (word < (palmBelow[group] as number)) palm += 1;
        else if (jammed[p] === 1) jam += 1;
        else if (stock[p] === 0) empty += 1;
        else {
          stock[p] = (stock[p] as number) - 1;
          if (word >= (jamBelow[group] as number)) {
            served += 1;
            continue;
          }
          jam += 1;
          jammed[p] = 1;
          hand.fault(m, minute, keyedDraw(key0[p] as number, key1[p] as number, visit * 8 + 2) < stopsBelow, false);
          if (isDown[m] === 0) continue;
          downFrom[spells] = minute;
          downTo[spells] = evening;
          downBy[spells++] = p;
        }
      }
      for (let i = 0; i < here; i++) {
        let some = visits[i] as number;
        if (some === 0) continue;
        const p = from + i;
        if (spells > 0) {
          const below = comesBelow[groupOf[p] as number] as number;
          for (let visit = day * dosesPerDay; visit < (day + 1) * dosesPerDay; visit++) {
            if (keyedDraw(key0[p] as number, key1[p] as number, visit * 8) >= below) continue;
            const when = keyedDraw(key0[p] as number, key1[p] as number, visit * 8 + 1);
            const minute = morning + minuteByHand(when, outBelow, visit - day * dosesPerDay, dosesPerDay);
            for (let spell = 0; spell < spells; spell++) {
              const began = downFrom[spell] as number;
              if (minute < began || minute >= (downTo[spell] as number) || (minute === began && p <= (downBy[spell] as number)))
                continue;
              some -= 1;
              down += 1;
              break;
            }
          }
        }
        const taken = Math.min(some, stock[p] as number);
        stock[p] = (stock[p] as number) - taken;
        served += taken;
        empty += some - taken;
      }
    }
  }
  return { came, served, lostToDown: down, lostToJam: jam, lostToEmpty: empty, lostToPalm: palm };
}
