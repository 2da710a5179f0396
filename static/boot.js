// What has to work before and without the program: the theme, the rescue page after a fault, the service worker.
'use strict';
(() => {
  try {
    const theme = localStorage.getItem('attain.setting.theme');
    if (theme) document.documentElement.dataset.theme = theme;
  } catch { /* storage is blocked: the system's theme */ }

  // What had the keyboard may be gone or switched off by what was done with it: the page has it then, not nothing.
  let held = null;
  document.addEventListener('focusin', (event) => { held = event.target; });
  new MutationObserver(() => {
    if (!held || (held.isConnected && !held.disabled)) return;
    if (document.activeElement && document.activeElement !== document.body && !document.activeElement.disabled) return;
    held = null;
    document.getElementById('main')?.focus({ preventScroll: true });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });

  // Words until the program has left its own, in the user's language.
  const words = () => window.attainWords ?? [
    'Attain has stopped', 'Something in the program went wrong. Your last state is kept and can be downloaded.',
    'Download the last state', 'Load the page again',
  ];
  const offer = (name, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    link.click();
  };
  const button = (label, act) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'button';
    element.textContent = label;
    element.addEventListener('click', act);
    return element;
  };
  let isShown = false;
  window.attainFault = (fault) => {
    if (isShown) return;
    isShown = true;
    const [title, text, download, reload] = words();
    const page = document.createElement('main');
    page.className = 'rescue';
    page.setAttribute('role', 'alert');
    const heading = document.createElement('h1');
    heading.textContent = title;
    const what = document.createElement('p');
    what.textContent = text;
    const detail = document.createElement('pre');
    detail.textContent = String(fault);
    page.append(heading, what);
    if (window.attainState) page.append(button(download, () => offer('attain-rescued.attain.json', window.attainState)));
    page.append(button(reload, () => location.reload()), detail);
    document.body.replaceChildren(page);
  };
  let hasStarted = false;
  window.addEventListener('TrunkApplicationStarted', () => { hasStarted = true; });
  window.addEventListener('error', (event) => {
    // A program that does not start, or a wasm trap that was no panic: the instance cannot go on.
    if ((event.error && !hasStarted) || event.error instanceof WebAssembly.RuntimeError) window.attainFault(event.message);
  });
  window.addEventListener('unhandledrejection', (event) => {
    const reason = event.reason;
    if (reason instanceof WebAssembly.RuntimeError || reason instanceof WebAssembly.CompileError) window.attainFault(reason.message);
  });

  if (!('serviceWorker' in navigator) || !['https:', 'http:'].includes(location.protocol)) return;
  // When the page has been drawn and rests: what it keeps for offline use is more than what it needs to start.
  const whenIdle = (act) => window.addEventListener('load', () => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(act), 2500));
  whenIdle(async () => {
    try {
      const registration = await navigator.serviceWorker.register('./sw.js');
      const waits = () => {
        if (registration.waiting && navigator.serviceWorker.controller) window.dispatchEvent(new Event('attain-update'));
      };
      registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', waits));
      waits();
      window.addEventListener('attain-accept-update', () => registration.waiting?.postMessage('take-over'));
      const had = Boolean(navigator.serviceWorker.controller);
      navigator.serviceWorker.addEventListener('controllerchange', () => { if (had) location.reload(); });
    } catch { /* private window or insecure host: the page works, only not offline */ }
  });
})();
