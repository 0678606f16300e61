const list = (text: string): readonly string[] =>
  text
    .split(/\s*(?:\||\n)\s*/)
    .map((heading) => heading.trim())
    .filter((heading) => heading !== '');

/** Headings that are words of their own: few names begin with them. */
export const certainHeadings = list(`
  background | introduction | motivation | objectives | aims | methods | methodology | results | findings | conclusions
  conclusion | discussion | interpretation | significance | importance | summary | synopsis | abstract | rationale
  highlights | availability | implications | limitations | hypothesis | keywords | teaser
`);

/** Headings that also begin the names of programs and data sets: DesignMaster, DataComp. */
export const possibleHeadings = list(`
  aim | objective | purpose | goal | goals | context | method | result | finding | design | setting | settings
  participants | patients | subjects | materials | intervention | interventions | exposure | exposures | measurements
  outcome | outcomes | approach | analysis | analyses | data | question | questions | meaning | impact | innovation
  novelty | contact | funding | registration | perspective | perspectives | procedure | procedures | animals | location
  taxon | scope | contribution | contributions | outlook | software | implementation | recommendations | highlight
  premise | precis | advances | relevance | interpretations
`);

/** Headings of several words. The words after the first may begin with a small letter. */
export const headingPhrases = list(`
  author summary | authors summary | lay summary | plain language summary | one sentence summary | one-sentence summary
  summary statement | article summary | data summary | in brief | lay abstract | take-home message | clinical trial number | etoc blurb | key points | key point | key messages
  key findings | key results | key words | graphical abstract | structured abstract | visual abstract
  significance statement | statement of significance | impact statement | translational relevance | clinical relevance
  clinical significance | translational perspective | new & noteworthy | research in context | materials and methods
  material and methods | materials & methods | methods and materials | methods and results | methods and findings
  patients and methods | subjects and methods | participants and methods | design and methods | approach and results
  background and purpose | background and aims | background and aim | background & aims | background and objectives
  background and objective | background and hypothesis | background and motivation | experimental approach
  experimental design | experimental results | study design | study selection | study population | trial design
  trial registration | clinical trial registration | statistical analysis | data sources | data source
  data extraction | data extraction and synthesis | data synthesis | data collection | data availability
  code availability | availability of data | software availability | main results | main outcome | main outcomes
  main outcome measures | main outcomes and measures | main outcome and measures | main findings | primary outcome
  principal findings | primary outcomes | results and discussion | results and conclusions | results and conclusion
  conclusions and implications | conclusions and relevance | conclusion and relevance | conclusions and significance
  conclusion and significance | discussion and conclusions | design, setting, and participants
  setting and participants | interventions and exposures | comparison with existing methods | new method
  availability and implementation | availability and requirements | supplementary information | supplementary data
  contact information | funding information | competing interests | conflict of interest | author contributions
  ethics statement | data statement | strengths and limitations | scope statement | contribution to the field
  wider implications of the findings | limitations, reasons for caution | science for society
  evidence before this study | added value of this study | implications of all the available evidence
  what is already known | what is already known on this topic | what is already known on this subject | what is known
  what is new | what this study adds | what this paper adds
  how this study might affect research, practice or policy
`);

/** Words with which a sentence begins after a heading. */
export const sentenceStarters: ReadonlySet<string> = new Set(
  (
    'A An The This These Those That Here In On At By To For From With Without We Our It Its As Although Though While When ' +
    'Where Whether Because Since If There However Moreover Furthermore Finally Thus Therefore Using Despite Recent Recently ' +
    'Many Most Some Several All Both Each Every Of Among Between During After Before Across Over Under Through Is Are Can ' +
    'Does Do How What Which Who Why Two Three Four Five Six Seven Eight Nine Ten One Understanding'
  ).split(' '),
);

/** Words with which the names of programs and data sets end: SummaryHub, ConclusionNet. */
export const nameEndings: ReadonlySet<string> = new Set(
  (
    'Net Nets Hub Bench Former Lab Kit Base Bank Flow Map Fold Box Mixing Finder Miner Master Viewer Browser Explorer Tracker ' +
    'Space World Seq Bot Card Gen Tool Tools Suite Studio'
  ).split(' '),
);
