// What a check of the markup finds, on every page and tab, light and dark, wide and narrow; motion and text zoom.
import AxeBuilder from '@axe-core/playwright';
import { test, expect, open, takeSample, go, choose, costed } from './page.mjs';
import { flawedDeals } from './files.mjs';

/** Every state of the page that is looked at, in an order in which each leads to the next. */
const STATES = [
  ['first visit', async () => {}],
  ['mapping and issues', async (page) => {
    await choose(page, flawedDeals());
    await page.locator('.mapping').waitFor();
    for (const group of await page.locator('.issue-group > summary').all()) await group.click();
    await expect(page.locator('.issue-group[open] table').first()).toBeVisible();
  }],
  ['sample company', async (page) => {
    await go(page, '/scenarios');
    await page.getByRole('button', { name: 'New scenario' }).click();
    await go(page, '/data');
    await takeSample(page);
  }],
  ['plan', async (page) => {
    await go(page, '/compensation/plan');
    await expect(page.locator('.note')).toContainText('would have paid');
  }],
  ['plan with the table of its curve', async (page) => {
    await page.getByRole('button', { name: /^Table of/ }).first().click();
    await page.locator('.chart-table table').waitFor();
  }],
  ['plan with all its rules open', async (page) => {
    const closed = page.locator('details.fold:not([open]) > summary');
    while (await closed.count() > 0) await closed.first().click();
    await expect(page.getByRole('button', { name: 'Add a SPIFF' })).toBeVisible();
  }],
  ['statements with a rep and a line open', async (page) => {
    await go(page, '/compensation/statements');
    await page.locator('.row-button').first().click();
    await page.getByRole('button', { name: /^Why this amount/ }).first().click();
    await page.locator('.trace li').first().waitFor();
  }],
  ['costing', async (page) => {
    await go(page, '/compensation/costing');
    await costed(page);
    await page.getByRole('heading', { name: 'Sensitivity and volatility' }).waitFor();
  }],
  ['behaviour', async (page) => {
    await go(page, '/compensation/behaviour');
    await page.getByRole('checkbox', { name: 'Let reps respond to the plan' }).check();
    await expect(page.locator('.run [role=status]')).toContainText('Simulated years', { timeout: 60_000 });
  }],
  ['compare', async (page) => {
    await go(page, '/compensation/compare');
    await page.getByRole('heading', { name: 'Benchmarks' }).waitFor();
  }],
  ['solve', async (page) => {
    await go(page, '/compensation/solve');
    await page.getByRole('button', { name: 'Solve', exact: true }).click();
    await page.getByRole('heading', { name: 'The plan, now and solved' }).waitFor();
  }],
  ['quotas before a goal', async (page) => {
    await go(page, '/quotas/spread');
    await page.getByRole('button', { name: 'Set a goal' }).waitFor();
  }],
  ['quotas with a cell in edit and everything open', async (page) => {
    await page.getByRole('button', { name: 'Set a goal' }).click();
    const grid = page.getByRole('treegrid');
    await grid.locator('tbody tr').nth(2).getByRole('gridcell').first().click();
    const closed = page.locator('details.fold:not([open]) > summary');
    while (await closed.count() > 0) await closed.first().click();
    await grid.locator('tbody tr').nth(2).getByRole('gridcell').first().click();
    await page.keyboard.press('F2');
    await grid.getByRole('textbox').waitFor();
  }],
  ['capacity', async (page) => {
    await go(page, '/quotas/capacity');
    await page.getByRole('button', { name: 'Begin with the team as it is' }).click();
    await page.getByRole('button', { name: 'Add a hire' }).click();
    await expect(page.locator('.run [role=status]')).toContainText('simulated years.', { timeout: 90_000 });
  }],
  ['health', async (page) => {
    await go(page, '/quotas/health');
    await page.getByRole('heading', { name: 'Health of the quotas' }).waitFor();
  }],
  ['backtest', async (page) => {
    await go(page, '/quotas/backtest');
    await page.getByRole('heading', { name: 'Error by method and year' }).waitFor();
  }],
  ['forecast of series with everything open', async (page) => {
    await go(page, '/forecast/series');
    await page.getByRole('region', { name: 'How methods did before' }).waitFor({ timeout: 60_000 });
    const closed = page.locator('details.fold:not([open]) > summary');
    while (await closed.count() > 0) await closed.first().click();
    await page.getByRole('textbox', { name: /value instead$/ }).first().fill('1000000');
    await page.getByRole('textbox', { name: /value instead$/ }).first().press('Enter');
    await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible();
    await page.getByRole('img', { name: /^Cost by month/ }).waitFor({ timeout: 60_000 });
  }],
  ['pipeline', async (page) => {
    await go(page, '/forecast/pipeline');
    await expect(page.locator('.run [role=status]')).toContainText('runs, seed', { timeout: 120_000 });
    await page.getByRole('heading', { name: 'Deals that matter most' }).waitFor();
  }],
  ['pipeline with everything open', async (page) => {
    const closed = page.locator('details.fold:not([open]) > summary');
    while (await closed.count() > 0) await closed.first().click();
    await page.getByRole('button', { name: /^Table of/ }).first().click();
    await page.getByRole('button', { name: 'Look back' }).click();
    await page.getByRole('heading', { name: 'Are the ranges true?' }).waitFor({ timeout: 180_000 });
  }],
  ['scenarios', async (page) => {
    await go(page, '/scenarios');
    await page.getByRole('button', { name: 'Forget everything…' }).click();
    await page.getByRole('button', { name: 'Keep it' }).waitFor();
  }],
];

/** Takes the page through every state and looks at each. */
async function walk(page, address, look) {
  await open(page, address);
  for (const [name, reach] of STATES) {
    await test.step(name, async () => {
      await reach(page);
      await look(name);
    });
  }
}

/** How far the document can be scrolled sideways, and what sticks out. */
const overhang = (page) => page.evaluate(() => {
  const root = document.scrollingElement;
  const over = root.scrollWidth - root.clientWidth;
  if (over <= 0) return 'none';
  const wide = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('.table-box'));
  const names = wide.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
  return `${over} px: ${names.join(', ')}`;
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    test.describe(() => {
      test.use({ colorScheme, viewport: { width, height: 800 } });
      test(`the markup is in order, ${colorScheme}, ${width} px wide`, async ({ page, address }) => {
        test.setTimeout(240_000);
        await walk(page, address, async (name) => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.flatMap(({ id, nodes }) => nodes
            .map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary.split('\n')[1]?.trim()}`));
          expect.soft(found, name).toEqual([]);
          expect.soft(await overhang(page), `${name}: the page scrolls sideways`).toBe('none');
        });
      });
    });
  }
}

test.describe(() => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('nothing moves for those who want no motion', async ({ page, address }) => {
    await walk(page, address, async (name) => {
      const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return transitionDuration.split(',').some((time) => parseFloat(time) > 0) || animationName !== 'none' || scrollBehavior === 'smooth';
      }).map((element) => `${element.tagName}.${element.className}`));
      expect.soft(moving, name).toEqual([]);
    });
  });
});

test('text at twice its size is still whole, and nothing scrolls sideways', async ({ page, address }) => {
  await walk(page, address, async (name) => {
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    const size = await page.locator('h1').evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize));
    expect.soft(size, `${name}: the heading grows`).toBeGreaterThanOrEqual(40);
    expect.soft(await overhang(page), `${name}: the page scrolls sideways`).toBe('none');
    // Text that is cut: wider or higher than a box that hides what does not fit.
    const cut = await page.evaluate(() => [...document.querySelectorAll('main *, .bar *, .nav *')].filter((element) => {
      if (element.closest('.hidden, .hidden-input, svg, select, .table-box, canvas')) return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
      const isField = element.tagName === 'INPUT' && element.type === 'text';
      return ((isField || hides(overflowX)) && element.scrollWidth > element.clientWidth + 1)
        || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
    }).map((element) => `${element.tagName.toLowerCase()}.${element.className} "${element.value ?? element.innerText}"`));
    expect.soft(cut, `${name}: text is cut`).toEqual([]);
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  });
});
