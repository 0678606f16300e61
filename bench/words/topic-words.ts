/**
 * The topics that `words` judges, one word each.
 *
 * Those of the fields were drawn with a seed: words of at least four letters, in at least one of 500 papers of the field,
 * and in the title of at least 15 % of these. A word's chance falls with its rank, so that all frequencies are there.
 * Words that name no subject (`with`, `based`) were left out. The others are of kinds in which stemmers are wrong, or which a
 * draw misses.
 */
export const topicWords: readonly string[] = [
  // Drawn from computer science.
  ...words(`
    transformer models adaptation neural affective llms video explanations image visual benchmark learning token
    reconstruction generation prediction modeling efficient language prompt vision generative`),
  // Drawn from physics and mathematics.
  ...words(`
    effective finite analysis spectral fluctuations field interactions model gravitational systems diffusion
    approach mass quantum iron basis energy scalar optical effect theory collisions oxide maps phase networks
    baryons nuclear memory search`),
  // Drawn from biology.
  ...words(`
    protein effects disease structure infection suppression recognition population modelling dynamics cortical
    neuronal connectivity transcription stability cells stress resistance gene molecular connectome sequence
    comparison noise experiment`),
  // Words that end in -ing or -ed, as topics have them.
  ...words(`
    embedding clustering sampling hashing pruning tracking training reasoning planning scaling lensing sequencing
    imaging mapping coupling entangled supervised biased`),
  // Words whose stems are those of other words, in Porter or Snowball English.
  ...words(`
    news universe university active operating object detection community localization tokenization generalization
    optimization organization organ policy police animation animal internal international arithmetic meaning
    probable communication relativity relative numerical number experience author authority`),
  // Latin, Greek and other irregular plurals.
  ...words(`
    matrix corpus criterion hypothesis axis nucleus vertex spectrum bacterium virus genus larva index formula
    phenomenon alga focus lens bias gas vortex manifold mice children series species galaxies`),
  // British and American spellings.
  ...words(`
    behavior behaviour tumour color center fibre labeled catalog neighbor leukemia oestrogen grey analyze defense
    aging`),
  // Acronyms, and words that no dictionary has.
  ...words(`
    llm gpus qubit hyperparameters dataset preprocessing pretraining finetuning chatbots blockchain biomarkers
    nanoparticles neutrinos graphene cnns gans microbiome autoencoder`),
  // Verbs and adjectives.
  ...words(
    'retrieve verify simulate quantify faster deeper robust sparse segment classify driving walking flying heal',
  ),
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
