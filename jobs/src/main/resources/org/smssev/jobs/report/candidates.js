// Candidates without grades: what the screen says of each, and the list by closeness that a run without scores shows.
const SETTINGS = new Map(rowsOf('settings').map((row) => [row.key, row.value]));
const FOCAL = DATA.header.focalCountry;
/** What makes a candidate strong on a criterion, when a greater value counts (first) and when a smaller one does (second). */
const STRENGTHS = {
  log_families: [['many families', '专利族多'], ['few families', '专利族少']],
  growth: [['fast growth', '增长快'], ['slow growth', '增长慢']],
  growth_gap: [[`faster growth in ${FOCAL} than elsewhere`, `${FOCAL} 增长快于他国`], [`slower growth in ${FOCAL} than elsewhere`, `${FOCAL} 增长慢于他国`]],
  composite_gap: [[`a strong position of ${FOCAL}`, `${FOCAL} 地位较强`], [`a weak position of ${FOCAL}`, `${FOCAL} 地位较弱`]],
  international_share: [['many international families', '国际专利族多'], ['few international families', '国际专利族少']],
  young_share: [['many recent families', '近年专利族多'], ['few recent families', '近年专利族少']],
  median_year: [['young patents', '专利较新'], ['old patents', '专利较早']],
  network_role: [['a central place in the IPC network', '居 IPC 网络中心'], ['a place at the edge of the IPC network', '居 IPC 网络边缘']],
  generality: [['citations from many fields', '被多个领域引用'], ['citations from few fields', '被少数领域引用']],
  impact: [['many citations', '被引多'], ['few citations', '被引少']],
};
/** Why the screen dropped a candidate, by its reason code. */
const DROPPED = {
  BELOW_CUT: ['closeness below the cut', '贴近度低于入选线'], FEW_FAMILIES: ['too few families', '专利族过少'], ALREADY_CONTROLLED: ['already on a control list', '已受管制'], MISSING_CRITERION: ['a criterion without a value', '缺少指标'],
  STATE_LEAD: [`${FOCAL} leads`, '态势为领跑'], STATE_PARALLEL: [`${FOCAL} is level with the best other country`, '态势为并跑'], STATE_FOLLOW: [`${FOCAL} follows`, '态势为跟跑'], STATE_LOW_N: ['too few families to judge the position', '专利族过少，态势不明'], STATE_UNDEFINED: ['position unknown', '态势无定义'],
};
const droppedBecause = (reason) => (DROPPED[reason] ? t(...DROPPED[reason]) : value(reason));
/** A list of words in a sentence. */
const inSentence = (words) => (STATE.lang === 'zh' ? words.join('、') : words.length > 1 ? words.slice(0, -1).join(', ') + ' and ' + words[words.length - 1] : words.join(''));
/** Places of the candidates on each criterion, the best one 1. Equal values share a place; the share is the mean place over their number. */
const PLACES = new Map([...grouped(rowsOf('criteria').filter((row) => row.status === 'OK' && isNumber(row.scaled) && row.weight > 0), 'criterion')].map(([criterion, rows]) => {
  const places = new Map();
  let better = 0;
  [...grouped([...rows].sort((a, b) => b.scaled - a.scaled), 'scaled')].forEach(([, equal]) => {
    equal.forEach((row) => places.set(row.candidate_id, {place: better + 1, share: (better + (equal.length + 1) / 2) / rows.length, of: rows.length}));
    better += equal.length;
  });
  return [criterion, places];
}));
/** The two criteria on which a candidate is placed best, with the places; its first quarter or, if it is in none, one. */
function strengthsOf(id) {
  const rows = rowsFor('criteria', 'candidate_id', id).filter((row) => STRENGTHS[row.criterion] && PLACES.has(row.criterion) && PLACES.get(row.criterion).has(id)).map((row) => ({row, ...PLACES.get(row.criterion).get(id)}))
    .sort((a, b) => a.share - b.share || b.row.weight - a.row.weight || (a.row.criterion < b.row.criterion ? -1 : 1));
  const best = rows.filter(({share}) => share <= 0.25).slice(0, 2);
  return (best.length ? best : rows.slice(0, 1)).map(({row, place, of}, i) => t(...STRENGTHS[row.criterion][row.direction === 'COST' ? 1 : 0]) + (i ? t(` (rank ${int(place)})`, `（第 ${int(place)}）`) : t(` (rank ${int(place)} of ${int(of)})`, `（${int(of)} 项中第 ${int(place)}）`)));
}
/** Why a candidate is on the list, in whole sentences. */
function keptBecause(id) {
  const candidate = candidateOf(id);
  const merged = rowsFor('supplemented', 'candidate_id', id)[0] || {};
  const nominated = merged.support ? t(`Nominated by ${merged.support === 1 ? 'one organisation' : int(merged.support) + ' organisations'}.`, `由 ${int(merged.support)} 家机构提名。`) : '';
  if (!candidate.candidate_id) return nominated;
  if (!candidate.selected) return [t(`The screen dropped it (${droppedBecause(candidate.reason)}). Nominations brought it back.`, `筛选曾将其剔除（${droppedBecause(candidate.reason)}），因提名而恢复。`), nominated].filter(Boolean).join(' ');
  const strong = strengthsOf(id);
  return [strong.length ? t(`Stands out by ${inSentence(strong)}.`, `突出之处：${inSentence(strong)}。`) : '',
    isNumber(candidate.margin) ? t(`Closeness is ${num(candidate.margin, 3)} above the cut.`, `贴近度高出入选线 ${num(candidate.margin, 3)}。`) : '',
    candidate.stable === false ? t(`A close call: selected in ${percent(candidate.selection_frequency)} of the repeated draws.`, `勉强入选：重抽样中仅 ${percent(candidate.selection_frequency)} 入选。`) : '', nominated].filter(Boolean).join(' ');
}
/** The codes of a candidate, the strongest of the network first. */
const CODE_ORDER = new Map(rowsOf('nodes').map((row, i) => [row.ipc, i]));
function codesOf(id) {
  const place = (code) => (CODE_ORDER.has(code) ? CODE_ORDER.get(code) : CODE_ORDER.size);
  return [...(candidateOf(id).ipc_scope || [])].sort((a, b) => place(a) - place(b));
}
const growthOf = (id) => (rowsFor('criteria', 'candidate_id', id).find((row) => row.criterion === 'growth' && row.status === 'OK') || {}).value;
const familiesOf = (id) => [(rowsFor('supplemented', 'candidate_id', id)[0] || {}).families, candidateOf(id).families].find(isNumber);
/** Position of the focal country, or why it has none. */
function positionCell(row) {
  if (row.position && row.position !== 'LOW_N') return el('span', {class: 'position'}, positionText(row.position));
  const gap = rowsOf('gaps').length ? rowsFor('gaps', 'candidate_id', row.technology_id)[0] : null;
  return el('span', {class: 'soft'}, row.position ? t('? Too few families', '? 专利族过少') : gap ? t('Unknown: fewer than three parts of the gap have a value', '不明：有数值的差距分项不足三项') : t('Not measured', '未测算'));
}
/** Families by year as a line in a table; the figures stand in its title. */
function sparkline(counts) {
  if (counts.length < 2) return el('span', {class: 'soft'}, '–');
  const [first, last] = [counts[0].year, counts[counts.length - 1].year];
  const most = Math.max(...counts.map((row) => row.families));
  const points = counts.map((row) => `${(2 + 116 * (row.year - first) / Math.max(1, last - first)).toFixed(1)},${(22 - 20 * row.families / most).toFixed(1)}`);
  const svg = el('svg', {viewBox: '0 0 120 24', class: 'spark', role: 'img', 'aria-label': counts.map((row) => `${row.year}: ${row.families}`).join(', ')}, el('path', {d: 'M' + points.join('L')}));
  return el('span', {class: 'sparkcell'}, svg, el('span', {class: 'soft'}, `${first}–${last}`));
}
function closenessCell(row) {
  if (!isNumber(row.closeness)) return el('span', {class: 'soft'}, '–');
  const width = Number((80 * Math.max(0, Math.min(1, row.closeness))).toFixed(1));
  return el('div', {class: 'closecell'}, el('b', null, num(row.closeness, 3)), el('svg', {viewBox: '0 0 80 8', class: 'closebar', 'aria-hidden': 'true'}, el('rect', {class: 'track', x: 0, y: 0, width: 80, height: 8, rx: 2}), el('rect', {class: 'fill', x: 0, y: 0, width, height: 8, rx: 2})));
}
function codesCell(row) {
  // The name of a candidate that is one code has its title already.
  const titled = (code) => DATA.titles[code] && !row.name_en.startsWith(DATA.titles[code].slice(0, 20));
  return el('ul', {class: 'plain codes'}, codesOf(row.technology_id).slice(0, 3).map((code) => el('li', null, el('code', null, bdi(code)), titled(code) ? [' ', bdi(DATA.titles[code], {class: 'soft codetitle', title: DATA.titles[code]})] : null)));
}
/** Columns of the list without scores. */
const candidateColumns = (nameCell) => [
  {key: 'place', name: columnName('rank'), cls: 'r', cell: (row) => rankText(candidateOf(row.technology_id).rank), sort: (row) => candidateOf(row.technology_id).rank},
  {key: 'name_en', name: t('Technology', '技术'), cell: nameCell, sort: (row) => nameOf(row.technology_id), cls: 'name'},
  {key: 'closeness', name: columnName('screen_closeness'), cell: closenessCell, sort: (row) => row.closeness, down: true},
  {key: 'families', cls: 'r', cell: (row) => int(familiesOf(row.technology_id)), sort: (row) => familiesOf(row.technology_id), down: true},
  {key: 'growth', cell: (row) => el('div', {class: 'growthcell'}, isNumber(growthOf(row.technology_id)) ? el('b', null, percent(growthOf(row.technology_id))) : null, sparkline(yearsOf('CANDIDATE', row.technology_id))), sort: (row) => growthOf(row.technology_id), has: (row) => isNumber(growthOf(row.technology_id)) || yearsOf('CANDIDATE', row.technology_id).length > 1, down: true},
  {key: 'position', name: t(`Position of ${FOCAL}`, `${FOCAL} 态势`), cell: positionCell, sort: (row) => (row.position ? Object.keys(POSITIONS).indexOf(row.position) : null), has: (row) => row.position},
  {key: 'codes', name: t('Key IPC codes', '主要 IPC 代码'), cell: codesCell, sort: (row) => codesOf(row.technology_id)[0], has: (row) => codesOf(row.technology_id).length},
  {key: 'kept', name: t('Why it was kept', '入选理由'), cell: (row) => bdi(keptBecause(row.technology_id)), sort: (row) => keptBecause(row.technology_id), has: (row) => keptBecause(row.technology_id), cls: 'kept'},
];
/** What a reader without scores needs to know first, and what to do next. */
function unscoredIntroduction() {
  const all = rowsOf('candidates');
  const dropped = all.filter((row) => !row.selected);
  const least = SETTINGS.get('screen.min-families');
  const reasons = [...grouped(dropped, 'reason')].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([reason, rows], i, reasons) => (reasons.length > 1 ? int(rows.length) + t(': ', ' 项：') : '') + droppedBecause(reason));
  return [
    all.length ? el('p', {class: 'lead'}, t('Closeness runs from 0 to 1. It says how near a candidate comes to the best value on every criterion of the screen.', '贴近度为 0 到 1，表示候选在各筛选指标上距最优值的远近。'), ' ',
      least > 0 ? t(`The screen keeps candidates with at least ${least} patent families. `, `筛选要求候选至少有 ${least} 个专利族。`) : '',
      dropped.length ? t(`It dropped ${int(dropped.length)} (${reasons.join('; ')}). `, `剔除 ${int(dropped.length)} 项（${reasons.join('；')}）。`) : '',
      t('A patent family is the set of publications of one invention.', '专利族为同一发明的全部公开文献。')) : null,
    all.length && !TECHNOLOGIES.some((row) => row.position) ? el('p', {class: 'lead'}, t(`The position of ${FOCAL} is missing: the patents do not say enough about countries to compare it with another one.`, `缺少 ${FOCAL} 的态势：专利中的国家信息不足以与他国比较。`)) : null,
  ];
}
function nextStep() {
  const some = TECHNOLOGIES.some((row) => row.n_scores);
  const code = (text) => el('code', null, text);
  return [el('h3', {id: 'h-next'}, t('Next step: ask your experts', '下一步：请专家评分')),
    el('p', null, some ? t('Some scores are in, but too few for a grade. Collect the missing score sheets, then run again.', '已有部分评分，但不足以分级。请收齐评分表后重新运行。')
      : t('Patents alone cannot say how critical a technology is. Experts score each one, and the next run turns their scores into levels.', '仅凭专利无法判断技术的关键程度。由专家逐项评分，下一次运行即据此分级。')),
    el('ol', null,
      el('li', null, ...t([['List your experts in a file and name it in '], [code('evaluate.experts')], ['. Set the lowest scores of Levels 2 and 3 in '], [code('grade.level-2')], [' and '], [code('grade.level-3')], ['.']],
        [['将专家名单列入文件，由 '], [code('evaluate.experts')], [' 指明；以 '], [code('grade.level-2')], [' 与 '], [code('grade.level-3')], [' 设定二、三级的最低得分。']]).flat()),
      el('li', null, t('Write the score sheets and send each expert one: ', '生成评分表，发给每位专家：'), code('smssev scoresheet --round 1 --out sheets')),
      el('li', null, ...t([['Name the returned sheets in '], [code('evaluate.scores')], [' and start '], [code('smssev run')], [' again. This page then shows levels.']], [['由 '], [code('evaluate.scores')], [' 指明收回的评分表，再次执行 '], [code('smssev run')], ['，本页即显示等级。']]).flat())),
    el('p', {class: 'soft'}, t('The guide to a panel of experts is ', '专家组操作指南见 '), code('docs/panel.md'), t(' in the folder of the program.', '（位于程序目录）。'))];
}
