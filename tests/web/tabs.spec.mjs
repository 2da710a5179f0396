// Two tabs on one scenario: nothing that was said to be saved is ever lost.
import { expect, go, notice, open, rename, saved, stored, storedTitles, test, titleField } from './page.mjs';

const CONFLICT = 'Another tab has changed this scenario. Both are kept: yours goes on as a copy.';

/** Two pages of one browser on the same scenario. */
async function pair(context, address, title) {
  const a = await context.newPage();
  await open(a, address);
  await rename(a, title);
  await expect.poll(() => storedTitles(a)).toEqual([title]);
  const b = await context.newPage();
  await open(b, address);
  await expect(titleField(b)).toHaveValue(title);
  return [a, b];
}

/** Commits a title within the page, without waiting for anything. */
const renameNow = (page, title) => page.evaluate((title) => {
  const field = document.querySelector('.bar-title input');
  field.value = title;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}, title);

test('an edit in one tab appears in the other, which has none of its own', async ({ context, address }) => {
  const [a, b] = await pair(context, address, 'Shared');
  await rename(a, 'Changed in A');
  await expect(titleField(b)).toHaveValue('Changed in A');
  await expect(notice(b, 'Another tab has changed this scenario; its state is shown here.')).toBeVisible();
  await rename(b, 'Changed in B');
  await expect(titleField(a)).toHaveValue('Changed in B');
  expect(await storedTitles(a)).toEqual(['Changed in B']);
  await expect(notice(a, CONFLICT)).toHaveCount(0);
  await expect(notice(b, CONFLICT)).toHaveCount(0);
  expect([...a.faults, ...b.faults]).toEqual([]);
});

test('edits at the same time both survive, the later as a copy that is listed', async ({ context, address }) => {
  const [a, b] = await pair(context, address, 'Shared');
  // On a busy machine one tab may see the other's name before it takes its own: that is no conflict, and it is tried again.
  await expect(async () => {
    if ((await storedTitles(a))[0] !== 'Shared') {
      await rename(a, 'Shared');
      await expect(b.getByRole('textbox', { name: 'Scenario' })).toHaveValue('Shared');
    }
    await Promise.all([renameNow(a, 'From A'), renameNow(b, 'From B')]);
    await expect.poll(() => storedTitles(a), { timeout: 4_000 }).toHaveLength(2);
  }).toPass({ timeout: 40_000 });
  const titles = await storedTitles(a);
  const [whole, copy] = titles[0].endsWith('(from this tab)') ? [titles[1], titles[0]] : titles;
  expect([['From A', 'From B (from this tab)'], ['From B', 'From A (from this tab)']]).toContainEqual([whole, copy]);
  const later = copy.startsWith('From A') ? a : b;
  await expect(notice(later, CONFLICT)).toBeVisible();
  await saved(a);
  await saved(b);
  for (const page of [a, b]) {
    await go(page, '/scenarios');
    for (const title of titles) await expect(page.getByRole('rowheader', { name: title, exact: true })).toHaveCount(1);
  }
  // Both go on, each in its own record.
  await rename(a, 'A goes on');
  await rename(b, 'B goes on');
  await expect.poll(() => storedTitles(a)).toEqual(['A goes on', 'B goes on']);
});

test('removing in one tab what is edited in the other loses neither the edit nor the way back', async ({ context, address }) => {
  const [a, b] = await pair(context, address, 'Shared');
  await go(a, '/scenarios');
  await a.getByRole('button', { name: 'Remove Shared' }).click();
  await expect.poll(() => storedTitles(a)).not.toContain('Shared');
  await rename(b, 'Edited after');
  const edited = async () => (await storedTitles(b)).filter((title) => title.startsWith('Edited after')).length;
  await expect.poll(edited).toBe(1);
  await notice(a, 'was removed').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedTitles(a)).toContain('Shared');
  expect(await edited()).toBe(1);
});

test('what is being typed does not replace what the other tab has saved meanwhile', async ({ context, address }) => {
  const [a, b] = await pair(context, address, 'Shared');
  const notes = (page) => page.getByRole('textbox', { name: 'Notes' });
  for (const page of [a, b]) await go(page, '/scenarios');
  await notes(b).click();
  await notes(b).pressSequentially('typed in B');
  await notes(a).fill('saved in A');
  await notes(a).blur();
  await expect(notice(b, 'Another tab has changed this scenario')).toBeVisible();
  await notes(b).blur();
  const texts = async () => (await stored(a)).map(({ scenario }) => scenario.notes).join('|');
  await expect.poll(texts).toContain('typed in B');
  expect(await texts()).toContain('saved in A');
});

/** A generator of numbers from 0 to below 1, the same for a seed on every machine (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Adds a mark to the notes as they stand, as one edit, and waits until the page has been drawn. */
const mark = (page, text) => page.evaluate(async (text) => {
  const field = document.querySelector('main textarea');
  field.value = `${field.value} ${text}`.trim();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await new Promise((drawn) => setTimeout(drawn, 50));
}, text);

/** The marks in the notes if the page says that all is saved, else nothing. */
const reported = (page) => page.evaluate(() => {
  const says = document.querySelector('.saved')?.textContent ?? '';
  return says.startsWith('Saved ') ? document.querySelector('main textarea').value.split(' ') : [];
});

test('whatever two tabs do in whatever order, what was said to be saved is in some scenario', async ({ context, address }) => {
  test.setTimeout(600_000);
  const pages = await pair(context, address, 'Shared');
  for (const page of pages) await go(page, '/scenarios');
  let n_forks = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = numbers(seed);
    const pick = (list) => list[Math.floor(random() * list.length)];
    const promised = new Set();
    const steps = [];
    for (let step = 0; step < 8; step += 1) {
      const page = pick(pages);
      const act = pick(['edit', 'edit', 'edit', 'both', 'focus', 'reload', 'wait']);
      const text = `${seed}-${step}`;
      steps.push(`${page === pages[0] ? 'A' : 'B'} ${act}`);
      if (act === 'edit') await mark(page, text);
      if (act === 'both') await Promise.all(pages.map((page, at) => mark(page, `${text}-${at}`)));
      if (act === 'focus') await page.bringToFront();
      if (act === 'wait') await expect(page.locator('.saved')).toContainText(/^Saved /);
      // A reload may lose what was not yet said to be saved, and nothing else.
      for (const one of pages) for (const found of await reported(one)) promised.add(found);
      if (act === 'reload') {
        await page.reload();
        await page.locator('main textarea').waitFor();
      }
    }
    for (const page of pages) {
      await expect(page.locator('.saved')).toContainText(/^Saved /);
      for (const found of await reported(page)) promised.add(found);
    }
    const kept = await stored(pages[0]);
    const marks = new Set(kept.flatMap(({ scenario }) => scenario.notes.split(' ')));
    const lost = [...promised].filter((text) => text && !marks.has(text));
    expect(lost, `seed ${seed}: ${steps.join(', ')}`).toEqual([]);
    n_forks += kept.length - 1;
    // The next round begins with both on one scenario; of the others none is needed any more.
    const open = await pages[0].evaluate(() => localStorage.getItem('attain.setting.open'));
    await pages[0].evaluate((open) => Object.keys(localStorage).filter((key) => key.startsWith('attain.scenario.') && !key.endsWith(open)).forEach((key) => localStorage.removeItem(key)), open);
    for (const page of pages) {
      await page.reload();
      await page.locator('main textarea').waitFor();
    }
  }
  expect(n_forks, 'conflicts did happen').toBeGreaterThan(5);
});
