// Before the first paint: light or dark and the language as last chosen, so that nothing flashes. A file of its own, because the
// page's content security policy allows no inline script.
(() => {
  try {
    const chosen = localStorage.getItem('mantine-color-scheme-value') || 'auto';
    const dark = chosen === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
    document.documentElement.lang = localStorage.getItem('zongdai.language') || 'zh-CN';
  } catch {
    // No storage: the defaults stand.
  }
})();
