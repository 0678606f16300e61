/** arXiv's archives with the subject classes that its feeds accept. An archive without classes is a category itself. */
const archives: Readonly<Record<string, string>> = {
  'astro-ph': 'CO EP GA HE IM SR',
  'cond-mat': 'dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con',
  cs: 'AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE NI OH OS PF PL RO SC SD SE SI SY',
  econ: 'EM GN TH',
  eess: 'AS IV SP SY',
  'gr-qc': '',
  'hep-ex': '',
  'hep-lat': '',
  'hep-ph': '',
  'hep-th': '',
  math: 'AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG MP NA NT OA OC PR QA RA RT SG SP ST',
  'math-ph': '',
  nlin: 'AO CD CG PS SI',
  'nucl-ex': '',
  'nucl-th': '',
  physics:
    'acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph flu-dyn gen-ph geo-ph hist-ph ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph',
  'q-bio': 'BM CB GN MN NC OT PE QM SC TO',
  'q-fin': 'CP EC GN MF PM PR RM ST TR',
  'quant-ph': '',
  stat: 'AP CO ME ML OT TH',
};

/** Categories with two names; a paper in one of them is in the other. */
const twins: readonly (readonly [string, string])[] = [
  ['cs.IT', 'math.IT'],
  ['cs.NA', 'math.NA'],
  ['eess.SY', 'cs.SY'],
  ['math-ph', 'math.MP'],
  ['math.ST', 'stat.TH'],
  ['econ.GN', 'q-fin.EC'],
];

/** The subjects of a request such as `cs.cl+stat`. */
export interface FeedSubjects {
  /** As arXiv spells them: `cs.CL`, `stat`. */
  readonly names: readonly string[];
  /** Every category that belongs to them. */
  readonly categories: ReadonlySet<string>;
}

/** Reads the categories of a feed's address, or gives the problem with them. */
export function readSubjects(query: string): FeedSubjects | { readonly problem: string } {
  const names: string[] = [];
  const categories = new Set<string>();
  for (const part of query.split('+')) {
    const found = findSubject(part);
    if ('problem' in found) return found;
    names.push(found.name);
    for (const category of found.categories) categories.add(category);
  }
  for (const [a, b] of twins) {
    if (categories.has(a)) categories.add(b);
    else if (categories.has(b)) categories.add(a);
  }
  return { names, categories };
}

type Subject = { readonly name: string; readonly categories: readonly string[] };

function findSubject(part: string): Subject | { readonly problem: string } {
  const [archiveName = '', subjectClass, ...more] = part.split('.');
  const archive = archiveName.toLowerCase();
  const classes = archives[archive]?.split(' ').filter(Boolean);
  if (!classes || more.length > 0) {
    return { problem: `Bad archive '${part}'. Valid archive names are: ${Object.keys(archives).join(', ')}.` };
  }
  const all = classes.length > 0 ? classes.map((name) => `${archive}.${name}`) : [archive];
  if (subjectClass === undefined) return { name: archive, categories: all };
  const category = all.find((name) => name.toLowerCase() === `${archive}.${subjectClass}`.toLowerCase());
  if (category) return { name: category, categories: [category] };
  return { problem: `Bad subject class '${subjectClass}'. Valid subject classes are: ${classes.join(', ')}.` };
}
