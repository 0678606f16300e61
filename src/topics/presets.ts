/** The field of research of a preset. */
export type PresetField =
  | 'Computer science'
  | 'Statistics'
  | 'Mathematics'
  | 'Physics'
  | 'Quantum physics'
  | 'Astrophysics'
  | 'Condensed matter'
  | 'Biology'
  | 'Engineering'
  | 'Economics and finance';

/** A popular topic under a name. Subscribing copies its text, which can then be edited like any other topic. */
export interface Preset {
  readonly name: string;
  /** Canonical, and at most 100 characters, because a Discord suggestion can submit no more. */
  readonly topic: string;
  readonly field: PresetField;
}

const byField: Readonly<Record<PresetField, Readonly<Record<string, string>>>> = {
  'Computer science': {
    'LLM agents': '(llm OR "language model") (title:agent OR title:agentic OR "agentic ai" OR "tool use")',
    'LLM reasoning': '(llm OR "language model") (title:reasoning OR "chain of thought")',
    'LLM safety and alignment':
      '(llm OR "language model") (title:safety OR title:align* OR title:jailbreak OR "red teaming")',
    'Retrieval-augmented generation': 'rag OR "retrieval augmented generation"',
    'Diffusion models':
      'cat:(cs.* OR stat.* OR eess.*) ("diffusion model" OR "diffusion transformer" OR "flow matching")',
    'Vision-language models': '"vision language model" OR vlm OR "multimodal large language model" OR mllm',
    'Video generation': '"video generation" OR "text to video" OR "video diffusion"',
    '3D reconstruction': '"gaussian splatting" OR "neural radiance field" OR nerf OR "3d reconstruction"',
    'Robot learning': '(robot OR robotic) (learning OR policy) (manipulat* OR locomot* OR "imitation learning")',
    'Autonomous driving': '"autonomous driving" OR self-driving OR "autonomous vehicle"',
    'Reinforcement learning': 'title:("reinforcement learning" OR "policy gradient" OR "offline rl")',
    'Graph neural networks': '"graph neural network" OR gnn OR "graph transformer" OR "message passing network"',
    Interpretability: '"mechanistic interpretability" OR "sparse autoencoder" OR xai OR title:=interpretability',
    'Code generation': '"code generation" OR "program synthesis" OR "program repair" OR "code llm"',
    Cryptography: 'cat:cs.CR (cryptograph* OR encrypt* OR zero-knowledge OR post-quantum)',
    'Algorithms and complexity':
      'cat:(cs.DS OR cs.CC) ("approximation algorithm" OR "lower bound" OR np-hard OR polynomial)',
  },
  Statistics: {
    'Causal inference': '"causal inference" OR "causal discovery" OR "treatment effect" OR "instrumental variable"',
    'Bayesian methods': 'cat:stat.* (bayesian OR mcmc OR "variational inference")',
    'Conformal prediction': '"conformal prediction" OR "conformal inference" OR "uncertainty quantification"',
    'Time series forecasting': '"time series" (forecasting OR "anomaly detection")',
  },
  Mathematics: {
    'Prime numbers and zeta functions': 'cat:math.NT (prime OR "zeta function" OR l-function)',
    'Moduli spaces': 'cat:math.AG (moduli OR "hilbert scheme" OR "mirror symmetry")',
    'Graph theory': 'cat:math.CO (graph OR hypergraph)',
    'Stochastic processes': 'cat:math.PR ("brownian motion" OR "stochastic differential equation" OR martingale)',
    'Nonlinear PDEs': 'cat:math.AP (navier-stokes OR schrodinger OR "wave equation" OR reaction-diffusion)',
    'Optimal transport': '"optimal transport" OR wasserstein',
    'Convex optimization': 'cat:math.OC (convex OR "gradient descent" OR proximal)',
    'Knots and 3-manifolds': 'cat:math.GT (knot OR 3-manifold OR "mapping class group")',
  },
  Physics: {
    'Gravitational waves': '"gravitational wave" OR ligo OR "pulsar timing array"',
    'Black holes': 'title:"black hole" cat:(gr-qc OR hep-th OR astro-ph.*)',
    'Dark matter': '"dark matter" OR axion OR wimp',
    'Collider physics': 'cat:(hep-ex OR hep-ph) (lhc OR collider OR "higgs boson")',
    'Strings and holography': 'cat:hep-th ("string theory" OR holographic OR ads/cft OR supergravity)',
    'Lattice QCD': '"lattice qcd" OR "lattice gauge theory"',
    'Nuclear structure': 'cat:(nucl-th OR nucl-ex) ("shell model" OR "nuclear structure" OR "density functional")',
    Turbulence: 'cat:physics.* title:turbulen*',
    'Chaos and solitons': 'cat:nlin.* (chaos OR chaotic OR soliton)',
    'Plasmas and fusion': 'tokamak OR =stellarator OR cat:physics.plasm-ph (fusion OR confine* OR instabilit*)',
    Photonics: 'cat:physics.optics (photonic* OR metasurface OR "frequency comb" OR waveguide)',
    'Climate and weather': '"climate model" OR "weather forecasting" OR "climate change" OR "weather prediction"',
  },
  'Quantum physics': {
    'Quantum error correction':
      '"quantum error correction" OR "surface code" OR "fault-tolerant quantum" OR "stabilizer code"',
    'Quantum algorithms': 'cat:quant-ph ("quantum algorithm" OR "variational quantum" OR "quantum advantage")',
    'Quantum communication': '"quantum key distribution" OR "quantum network" OR "quantum repeater"',
  },
  Astrophysics: {
    Exoplanets: 'exoplanet OR "hot jupiter" OR "extrasolar planet" OR "transiting planet"',
    Cosmology: 'cat:astro-ph.* ("dark energy" OR "hubble tension" OR "cosmic microwave background" OR inflation)',
    'Galaxy evolution': 'cat:astro-ph.* ("galaxy evolution" OR "galaxy formation" OR "star formation")',
    'Supernovae and transients': 'supernova OR "gamma-ray burst" OR kilonova OR "tidal disruption event"',
    'Pulsars and fast radio bursts': 'pulsar OR magnetar OR "fast radio burst" OR "neutron star"',
  },
  'Condensed matter': {
    Superconductivity: 'title:superconduct*',
    'Topological matter': '"topological insulator" OR "weyl semimetal" OR "quantum hall" OR "topological phase"',
    '2D materials': 'graphene OR "2d material" OR "transition metal dichalcogenide" OR "moire superlattice"',
    'Ultracold atoms': 'bose-einstein-condens* OR "cold atom" OR "ultracold atom" OR "optical lattice"',
    'Soft and active matter': 'cat:cond-mat.soft (active OR colloid* OR polymer OR "liquid crystal" OR granular)',
    'Materials discovery':
      'cat:cond-mat.mtrl-sci ("machine learning" OR "interatomic potential" OR "materials discovery")',
  },
  Biology: {
    'Protein design': 'protein (design OR "language model" OR "structure prediction" OR folding)',
    'Genomics and single cells': '"single cell" OR genom* OR "gene expression" OR "dna sequence"',
    'Computational neuroscience': 'cat:q-bio.NC OR "spiking neural network" OR "neural decoding"',
    Epidemics: 'epidemi* OR "infectious disease" OR "disease outbreak"',
    'Medical imaging': 'cat:(cs.CV OR eess.IV OR physics.med-ph) (mri OR ct OR "medical image" OR histopatholog*)',
  },
  Engineering: {
    'Speech and audio': '"speech recognition" OR "text to speech" OR "speech synthesis" OR "audio language model"',
    'Wireless networks':
      '6g OR mimo OR beamforming OR "reconfigurable intelligent surface" OR "semantic communication"',
    'Control systems': '"model predictive control" OR "optimal control" OR "control barrier function" OR lyapunov',
    'Remote sensing': '"remote sensing" OR "satellite imagery" OR "earth observation"',
  },
  'Economics and finance': {
    Econometrics: 'cat:econ.EM (panel OR identif* OR estimat* OR "treatment effect")',
    'Markets and mechanism design': '"mechanism design" OR auction OR "matching market" OR "market design"',
    'Trading and portfolios': '"portfolio optimization" OR "asset pricing" OR "stock return" OR "algorithmic trading"',
    'Option pricing and risk': 'cat:q-fin.* ("option pricing" OR volatility OR "value at risk" OR hedging)',
  },
};

/** The curated topics from all fields of arXiv, grouped by field. */
export const presets: readonly Preset[] = Object.entries(byField).flatMap(([field, topics]) =>
  Object.entries(topics).map(([name, topic]) => ({ name, topic, field: field as PresetField })),
);
