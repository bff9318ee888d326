// Language, theme, print, and the order in which all is shown.
(function () {
  const root = document.documentElement;
  const asked = new URLSearchParams(window.location.search);
  STATE.lang = ['en', 'zh'].includes(asked.get('lang')) ? asked.get('lang') : /^zh\b/i.test(navigator.language) ? 'zh' : 'en';
  STATE.theme = ['light', 'dark'].includes(asked.get('theme')) ? asked.get('theme') : 'auto';

  function words() {
    root.lang = STATE.lang === 'zh' ? 'zh-CN' : 'en';
    document.querySelectorAll('[data-zh]').forEach((node) => {
      node.textContent = STATE.lang === 'zh' ? node.dataset.zh : node.dataset.en;
    });
    document.querySelectorAll('[data-zh-label]').forEach((node) => node.setAttribute('aria-label', STATE.lang === 'zh' ? node.dataset.zhLabel : node.dataset.enLabel));
    document.title = `${short(DATA.header.project, 80)} – ${t('technologies, release ', '技术，版本 ')}${short(DATA.header.release, 40)}`;
  }
  // What is in sight is made first, part by part, so that the page answers meanwhile.
  let queue = [];
  let later = 0;
  function work() {
    const next = queue.shift();
    if (next) next.show();
    root.dataset.ready = String(!queue.length);
    if (queue.length) later = setTimeout(work);
  }
  function finish() {
    clearTimeout(later);
    while (queue.length) work();
    clearTimeout(later);
  }
  function render() {
    clearTimeout(later);
    const far = ({box}) => {
      const {top, bottom} = box.getBoundingClientRect();
      return top < window.innerHeight && bottom > 0 ? 0 : 1;
    };
    queue = VIEWS.map((of) => ({...of, far: far(of)})).sort((a, b) => a.far - b.far);
    words();
    work();
  }
  function dress() {
    root.dataset.theme = STATE.theme;
    byId('theme').value = STATE.theme;
  }
  byId('lang').addEventListener('click', () => {
    STATE.lang = STATE.lang === 'zh' ? 'en' : 'zh';
    render();
  });
  byId('theme').addEventListener('change', () => {
    STATE.theme = byId('theme').value;
    dress();
    redraw();
  });
  byId('print').addEventListener('click', () => window.print());
  window.addEventListener('beforeprint', () => {
    finish();
    STATE.printing = true;
    document.querySelectorAll('.tablebox').forEach((box) => box.refresh());
    redraw();
  });
  window.addEventListener('afterprint', () => {
    STATE.printing = false;
    document.querySelectorAll('.tablebox').forEach((box) => box.refresh());
    redraw();
  });

  // The section in sight is marked in the navigation.
  const links = new Map([...document.querySelectorAll('nav a')].map((link) => [link.hash.slice(1), link]));
  const inSight = new Set();
  const spy = new IntersectionObserver((entries) => {
    entries.forEach((entry) => (entry.isIntersecting ? inSight.add(entry.target.id) : inSight.delete(entry.target.id)));
    const first = [...links.keys()].filter((id) => inSight.has(id))[0];
    links.forEach((link, id) => (id === first ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
  }, {rootMargin: '-15% 0px -60% 0px'});
  links.forEach((link, id) => byId(id) && spy.observe(byId(id)));

  dress();
  render();
})();
