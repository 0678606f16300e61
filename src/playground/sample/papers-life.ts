import type { SamplePaper } from './sample-paper.ts';

/** Life, health, society and money. */
export const lifePapers: readonly SamplePaper[] = [
  {
    day: 'today',
    title: 'Folding by Candlelight: Protein Structure Prediction from Single Sequences on a Laptop',
    authors: ['Temperance Goldhawk', 'Sebastião Vilanegra', 'Mio Asagirishi', 'Ruaraidh MacThornley'],
    categories: ['q-bio.BM', 'cs.LG'],
    abstract: `The best predictors of protein structure need an alignment of relatives, and orphan proteins have none. We train a
small model on single sequences alone, with one idea: instead of coordinates it predicts the order in which contacts
form, and builds the structure in that order. On 920 orphan proteins the median error is 3.1 ångströms, compared with
5.8 for much larger language models of proteins; on proteins with many relatives it is somewhat worse than the best. It
runs on a laptop in half a minute. The predicted orders are themselves informative, and agree with folding experiments
in nine of eleven cases for which there are any. The two others have started an agreeable correspondence.`,
    pick: {
      upvotes: 47,
      code: 'candlelight-fold',
      stars: 166,
      organization: 'Harbour Lane Institute',
      summary: 'Predicting the order in which contacts form gives better structures for orphan proteins, on a laptop.',
      keywords: ['protein structure', 'single-sequence', 'protein language models'],
      comments: 2,
    },
  },
  {
    day: 'today',
    title: 'Diffusion Models Dream of Membranes: Generating Lipid Compositions for Fragile Vaccines',
    authors: ['Oluwatobi Farinloye', 'Katarzyna Młynarczykowa', 'Hugh Pendragast'],
    categories: ['q-bio.QM', 'cs.LG', 'physics.bio-ph'],
    abstract: `Vaccines that travel without refrigeration need membranes that hold together in the heat. We train a diffusion model
over lipid compositions, conditioned on the temperatures that a particle must survive, from 5,200 published
measurements and eleven million simulated ones. Of 96 generated compositions, 60 could be made, and 14 kept their cargo
for a month at 40 degrees, as against 2 of 96 chosen by experts from the same shelf. The best lasts for three months,
and contains a plant lipid that nobody would have thought of, the model having no opinions on what is customary. All
measurements are released, including those of the 36 compositions that turned into soap.`,
    pick: {
      upvotes: 31,
      summary: 'A diffusion model over lipid compositions finds heat-stable membranes for vaccines.',
      keywords: ['diffusion models', 'lipid nanoparticles', 'molecular design'],
    },
  },
  {
    day: 'today',
    title: 'What the Bees Voted For: Decision Dynamics in Swarms with Misinformed Scouts',
    authors: ['Honoria Apfelbach', 'Tendai Chikwanda', 'Loïc Ruchergarde'],
    categories: ['q-bio.PE', 'nlin.AO', 'physics.bio-ph'],
    abstract: `A swarm of honeybees chooses its new home by a debate among scouts. We mislead some of the scouts. In 42 swarms we
offered one good box and one bad one that had been made to seem good for the first hour, by warmth and scent. Even when
40% of the scouts had been deceived, 38 of the swarms chose well. Models in which bees merely count fail to explain
this; the data require that a scout's dance loses force each time she returns, whatever she has found, so that old news
dies. We derive the rate of forgetting that is best for a given rate of deception, and the bees are close to it. Swarms
of robots that use the rule are robust in the same way.`,
  },
  {
    day: 'today',
    title: 'A Hundred Days of One Cortex: Representational Drift Follows the Seasons of Learning',
    authors: ['Ismene Kalogerakou', 'Jean-Aurélien Baudrimont', 'Shanthi Velumurugane'],
    categories: ['q-bio.NC', 'cs.NE'],
    abstract: `Neurons that respond to a smell today may not do so next month, although the animal recognises it as well as ever.
We record the same 2,900 neurons of five mice for a hundred days and find that this drift is not steady. It is fast
while anything is being learned, even something unrelated, and nearly stops when nothing is. The direction of drift is
not random either: it turns the representation of old smells away from whatever is new, so that the two interfere less.
A recurrent network with a simple rule for synaptic rest reproduces both findings. During the one week of the building's
heating failure, drift stood still, a control that we do not intend to repeat.`,
  },
  {
    day: 'yesterday',
    title: 'Reading the Rings of Sharks: Age Estimation with Calibrated Neural Networks',
    authors: ['Finnegan Saltersway', 'Marama Tuiwharepa', 'Claudette Requinard'],
    categories: ['q-bio.QM', 'cs.CV', 'stat.AP'],
    abstract: `The age of a shark is read from rings in its vertebrae, and readers disagree. We collect 14,300 vertebrae of nineteen
species with at least three readings each, and 240 whose age is known from tagging. A neural network trained on
readings inherits the habit of its readers to undercount the old; one trained to predict the whole distribution of
readings, and then corrected by the tagged animals, does not. Its intervals cover the true age in 91% of the cases.
Applied to the archive, the correction makes the oldest animals of three protected species ten to thirty years older
than was thought, which halves the catch that their populations could sustain.`,
  },
  {
    day: 'today',
    title: 'The Price of a Shorter Queue: Congestion Pricing for Public Hospitals with Unequal Patience',
    authors: ['Clothilde Varennes-Abara', 'Björgvin Stefansmoor', 'Rukmini Deshpandari'],
    categories: ['econ.TH', 'econ.GN'],
    abstract: String.raw`Waiting rations care by patience, and patience is unequally distributed: those who can least afford to wait are
often those who must. We study a market for hospital slots in which priority is paid for in time instead of money: by
accepting an inconvenient hour one moves ahead. The optimal mechanism has the form of a menu with at most
$\lceil\log_2 n\rceil$ options for $n$ types of patients, and improves welfare over first-come, first-served for every
type, not only on average. With data on 1.6 million outpatient visits we estimate that mean waits would fall by 19%,
and by 34% in the poorest fifth. Two hospitals tried the menu for six months. The least popular hour, seven on Monday
morning, was taken by students.`,
  },
  {
    day: 'today',
    title: 'Do Language Models Bargain Like Economists? Evidence from Ten Thousand Used Bicycles',
    authors: ['Thaddeus Mallorquin', 'Ingrid Vesterhavn', 'Oyinkansola Adewumare'],
    categories: ['econ.GN', 'cs.AI', 'cs.GT'],
    abstract: `We let language models buy and sell used bicycles: ten thousand of them, with photographs, reserve prices and small
talk, against each other and against 900 people. Models concede too early, split differences that need not be split,
and can be moved by a story about a grandmother. Compared with theory they leave 14% of the surplus on the table;
people leave 17%, but leave it to each other more evenly. When both sides are models, prices converge to a round number
whatever the bicycle is worth. A short course in bargaining, given as text, removes most mistakes and all charm: people
reached fewer agreements with the trained models, and liked them less.`,
    pick: {
      upvotes: 27,
      code: 'ten-thousand-bicycles',
      summary: 'Language models bargaining over bicycles concede early and can be moved by stories about grandmothers.',
      keywords: ['language model agents', 'bargaining', 'economics'],
      comments: 9,
    },
  },
  {
    day: 'today',
    title: 'Hedging the Harvest: Deep Reinforcement Learning for Small Cooperatives in Thin Markets',
    authors: ['Abdoulaye Sissokane', 'Prudence Whitlow', 'Giancarlo Risaia'],
    categories: ['q-fin.RM', 'cs.LG', 'q-fin.CP'],
    abstract: `A cooperative of forty farms cannot trade as a bank does: its market is thin, its fees are high, and its error is
somebody's winter. We train hedging policies by reinforcement learning with an objective that the cooperatives helped
to write, the chance of having to sell seed stock, and under a rule that each trade must be explained by no more than
three numbers. Replayed over 22 years for six crops, the policies cut that chance from 9% to 3%, against 5% for
textbook hedging, with a third of the trades. In four years of seven they do nothing at all, which users named as the
feature they liked best. We publish the simulator, with the fees left in.`,
  },
  {
    day: 'today',
    title: 'Heart Sounds in Pocket Noise: Telephone Auscultation in Ordinary Rooms',
    authors: ['Benedetta Cuorelli', 'Yaw Antwibosia', 'Solfrid Hjertnes'],
    categories: ['eess.SP', 'cs.SD', 'q-bio.TO'],
    abstract: `A telephone pressed to the chest hears the heart, the shirt, the street and the telephone. We separate them. From
31,000 recordings made by patients at home, without instruction other than a drawing, a network is trained to explain
each as a sum of sources, of which only one may be periodic. Murmurs that cardiologists had found with stethoscopes are
recognised with a sensitivity of 0.88 and a specificity of 0.91, and the network declines to judge 12% of the
recordings, mostly because of lined jackets. Performance does not differ measurably by age, sex or skin. The method
does not diagnose; it tells a nurse whom to call first, and in the trial she agreed.`,
  },
  {
    day: 'today',
    arxiv: 'unlisted',
    ageDays: 5,
    title: 'Molecules by Flow Matching: Generating Drug Candidates That Chemists Are Willing to Make',
    authors: ['Rosaline Quickthorn', 'Kenjiro Moriyasu', 'Afia Serwaamoah', 'Lennart Tröstlein'],
    categories: ['q-bio.BM', 'cs.LG', 'physics.chem-ph'],
    abstract: `Generated molecules are judged by docking scores, and then not made, because no chemist would start. We ask twelve
medicinal chemists to sort 30,000 generated molecules by a single question, would you make this?, and find their
answers consistent enough to learn. A flow matching model over synthesis routes, guided by that preference, generates
molecules together with the way to make them. Of 50 proposals, 44 were made, 31 within two weeks; 9 bind in the
nanomolar range to targets for which the baseline gave one. The chemists' taste, once learned, can be inspected: it is
mostly an aversion to four ring systems and to anything that smells.`,
    pick: {
      upvotes: 42,
      code: 'willing-to-make',
      stars: 110,
      summary:
        'Flow matching over synthesis routes, guided by what chemists would make, yields molecules that get made.',
      keywords: ['flow matching', 'drug discovery', 'synthesis planning'],
    },
  },
  {
    day: 'today',
    arxiv: 'cross',
    ageDays: 3,
    title: 'Graph Neural Networks for River Deltas: Who Gets the Sediment?',
    authors: ['Marijke Zandbergen', 'Nguyen Hoa-sen Lucbinh', 'Tariq Al-Nahrawi'],
    categories: ['cs.LG', 'physics.geo-ph', 'q-bio.PE'],
    abstract: `A river delta is a graph that redraws itself. We learn how sediment is shared among its channels with a graph neural
network whose edges may appear, silt up and disappear, from forty years of satellite pictures of 67 deltas. The network
predicts which channels will be abandoned within ten years with an average precision of 0.71, and does best where
engineers have done least. Counterfactual runs show that one well-placed breach can keep as much marsh above the sea as
two hundred kilometres of raised dyke. Marsh birds, counted by volunteers, follow the predicted sediment with a delay of
three years, and are now used as a validation set that nests.`,
  },
  {
    day: 'yesterday',
    title: 'Slower Is Sooner: A Randomised Trial of Batched Notifications on Hospital Wards',
    authors: ['Georgiana Hartlebury', 'Olufemi Adekanye', 'Tuulikki Rantamäki'],
    categories: ['cs.HC', 'stat.AP'],
    abstract: `Nurses are interrupted by a device every six minutes. In a randomised trial on 24 wards we batched all notifications
that could wait, as judged in advance by the nurses themselves, into three rounds a shift, and left the rest alone.
Over sixteen weeks and 41,000 shifts, errors in medication fell by 12%, and urgent alarms were answered 21 seconds
sooner, presumably because an alarm had become an alarm again. No adverse event was traced to a delayed message. The
main difficulty was social: senders could not see that a message had been held, and telephoned. After a line saying
"will be read at two o'clock" was added, they stopped. All wards asked to keep the rounds.`,
    pick: {
      upvotes: 20,
      summary: 'Batching notifications into rounds reduces medication errors and speeds up responses to urgent alarms.',
      keywords: ['notifications', 'randomised trial', 'healthcare'],
      comments: 1,
    },
  },
  {
    day: 'yesterday',
    title: 'Protein Language Models Know the Weather: Temperature Adaptation Without Alignment',
    authors: ['Guinevere Ashpool-Tran', 'Emre Sıcakdağ', 'Liv Torunsdatter'],
    categories: ['q-bio.BM', 'cs.CL', 'cs.LG'],
    abstract: `Language models of proteins have never been told where a sequence comes from, but they know whether it was warm
there. A linear probe on the embeddings of four such models predicts the growth temperature of the source organism
within 4 degrees, from one protein, across families that it has not seen. Moving a sequence along the probe's direction
and decoding gives variants that, in 37 of 48 cases that we made, melt at a higher temperature, by 6 degrees on average,
while keeping their activity. The direction is nearly the same in all four models, and correlates with salt bridges only
weakly. What else it consists of we do not know, and we list our guesses in order.`,
    pick: {
      upvotes: 34,
      code: 'protein-weather',
      stars: 58,
      summary: 'Embeddings of protein language models encode growth temperature; moving along it stabilises proteins.',
      keywords: ['protein language models', 'thermostability', 'probing'],
    },
  },
  {
    day: 'yesterday',
    title: 'Rents and Rumours: How Short-Term Letting Spreads Through a Street',
    authors: ['Cosima Mietgarten', 'Adalberto Casanueva', 'Meera Nallathambi'],
    categories: ['econ.GN', 'econ.EM', 'physics.soc-ph'],
    abstract: `Short-term letting comes to a street as a rumour does: one flat, then its neighbours. With the addresses of all
licensed lettings in nineteen towns over twelve years we separate imitation from shared advantage, by comparing houses
that face each other with houses that stand back to back, which are equally close to everything but do not meet. A new
letting raises the chance of another within a year by 1.9 points across the street, and by 0.2 behind it. Imitation
accounts for 43% of the growth. A cap per street would therefore do more than the same cap per town; we simulate both
and give the numbers to the councils, one of which has used them.`,
  },
];
