import { lanternCollaboration } from './collaboration.ts';
import type { SamplePaper } from './sample-paper.ts';

/** From quanta to galaxies. */
export const physicsPapers: readonly SamplePaper[] = [
  {
    day: 'today',
    title: String.raw`First Observation of Coherent Neutrino Scattering on Argon Ice with the LANTERN Detector at $\sqrt{s} = 14$ keV Threshold`,
    authors: lanternCollaboration,
    categories: ['hep-ex', 'nucl-ex', 'physics.ins-det'],
    abstract: String.raw`We report the first observation of coherent elastic scattering of reactor neutrinos on solid argon, using 410
days of data from the LANTERN detector, a 1.2 tonne crystal of argon ice grown in place 24 m below a research reactor.
With a threshold of 14 keV we observe $1\,382 \pm 71$ events above a background of $2\,940$, measured during 96 days
without reactor power. The ratio to the prediction of the standard model is $1.04 \pm 0.05\,\mathrm{(stat)} \pm
0.06\,\mathrm{(syst)}$. New interactions mediated by a vector lighter than 60 MeV/$c^2$ are excluded for couplings above
$3.1\times10^{-5}$. The crystal cracked twice, and was mended by warming it for a weekend, a procedure that we describe
in detail, since nobody had believed that it would work.`,
    comment: '300 authors, 24 pages, 15 figures',
  },
  {
    day: 'today',
    title: `A Logical Qubit That Outlives Its Makers' Patience: $10^{-8}$ Error Rates in a Distance-11 Colour Code`,
    authors: ['Ingeborg Sandvollen', 'Rajesh Thirunathan', 'Matteo Cavalgrande', 'Xiao-tong Yuebei'],
    categories: ['quant-ph'],
    abstract: String.raw`We operate a distance-11 colour code on 331 physical qubits and measure logical error rates low enough that
the main difficulty is waiting for an error. Over nineteen days the logical qubit failed seven times in $6.8\times10^8$
cycles, a rate of $(1.0 \pm 0.4)\times10^{-8}$, in agreement with the suppression factor $\Lambda = 3.9$ extrapolated
from distances 3 to 9. Five of the seven failures fell within two seconds of a burst that we identify with a cosmic ray
shower, seen at the same time by a detector on the roof. With such bursts excluded, quantum error correction is limited
by leakage that survives resets. We give a decoder that flags bursts as they begin, at a cost of 0.2% of the cycles.`,
    comment: '9 pages; to appear in Annals of Patient Physics',
  },
  {
    day: 'today',
    title: 'Teleportation over a Tram Line: Quantum Networking in an Electrically Noisy City',
    authors: ['Friederike Donnersberg', 'Anton Žitnikov', 'Maeve Corriganore'],
    categories: ['quant-ph', 'physics.optics'],
    abstract: `Quantum networks are demonstrated in quiet laboratories and will have to live in cities. We teleport polarisation
qubits over 9.4 km of deployed fibre that runs for half of its length beside a tram line. Each tram rotates the
polarisation by up to 40 degrees within three seconds. A classical light at a neighbouring wavelength reports the
rotation, and a correction learned from the timetable anticipates it, so that the mean fidelity during traffic is 0.91,
compared with 0.93 at night and 0.67 without correction. The network worked through a strike, a marathon and an opera
festival. Entanglement swapping over two such links succeeded at 1.3 Hz, sufficient for the key exchange of one
patient bank.`,
  },
  {
    day: 'today',
    title: 'Error Correction by Forgetting: Dissipative Quantum Memories Without Measurement',
    authors: ['Pellegrino Starace-Obi', 'Nadezhda Zimovskaya'],
    categories: ['quant-ph', 'cond-mat.stat-mech'],
    abstract: String.raw`Quantum error correction usually measures, computes and corrects. We show that a memory can also correct
itself by forgetting in the right way. For a two-dimensional toric code coupled to an engineered bath we construct
local dissipation that moves anyons towards each other along a hierarchy of fields, and prove that the lifetime of the
stored qubit grows as $\exp(c\,L^{\eta})$ with $\eta \geq 0.32$ when the physical noise is below $7\times10^{-4}$. No
measurement result leaves the system, and no classical computer is needed. Numerical simulations up to $L = 64$ agree
with the bound and suggest that $\eta = 1/2$ is closer to the truth. The number of bath sites per qubit is large, 48,
and we discuss which of them one might do without.`,
  },
  {
    day: 'today',
    title: 'Rain on K2-Something: Sulphuric Drizzle in the Atmosphere of a Temperate Sub-Neptune',
    authors: ['Calliope Vassiliotis-Wren', 'Hernán Quintullanca', 'Astrid Nordlyhaug', 'Samir Belkhodjane'],
    categories: ['astro-ph.EP', 'physics.ao-ph'],
    abstract: String.raw`Transmission spectra of a temperate sub-Neptune, taken during six transits, show a slope that no haze explains.
We fit it with drops. A cloud model that lets sulphuric acid condense, fall and evaporate again needs drizzle with
radii of $80 \pm 15\,\mu$m between 10 and 50 mbar on the morning side and none in the evening, and predicts that the two
limbs of the exoplanet differ by 34 ppm near 4.3 $\mu$m. Two further transits, observed after the prediction had been
submitted, show a difference of $31 \pm 9$ ppm. The drizzle never reaches what may be a surface. If the interpretation
holds, this is the first weather on an exoplanet that an umbrella would help against, briefly.`,
  },
  {
    day: 'today',
    title: 'Orphans of the Stream: Globular Clusters That Lost Their Galaxy',
    authors: ['Lorcan Greysteel', 'Valentina Petrosquilla', 'Akiko Hoshigane'],
    categories: ['astro-ph.GA'],
    abstract: `Stellar streams are the remains of galaxies that ours has eaten, and globular clusters are the stones left on the
plate. Using proper motions and chemical abundances of 163 clusters we search for those whose orbits belong together
but whose stream has been lost. A clustering method that treats the potential as uncertain finds five families, two of
them new. One, which we call the Orphans, consists of four metal-poor clusters on nearly radial orbits; running them
backwards makes them meet within 2 kpc of each other, 9.8 billion years ago. A dwarf galaxy of about 300 million solar
masses would account for them. Its stars should still be there, spread over half of the sky, at a density of one in
forty thousand.`,
  },
  {
    day: 'today',
    title: 'A Fast Radio Burst That Repeats on Tuesdays Is a Selection Effect',
    authors: ['Ptolemy Winterbourne', 'Asha Ramakrishnell'],
    categories: ['astro-ph.HE', 'astro-ph.IM', 'stat.AP'],
    abstract: `A recently announced fast radio burst seems to repeat with a period of seven days. So does the maintenance of the
telescope that found it. We reconstruct the instrument's sensitivity hour by hour from 14 months of engineering logs
and show that the apparent period follows from a calibration run on Monday evenings, which leaves the receiver 22% more
sensitive until it drifts back. With the sensitivity included, the bursts are consistent with a Poisson process whose
rate varies by a factor of two, without any period between one hour and sixty days. Applying the same test to 31 other
repeaters confirms the periods of two of them, and calls three more into question. We thank the discoverers, who gave
us their logs gladly.`,
  },
  {
    day: 'today',
    title: String.raw`Superconductivity at 31 K in a Nickelate That Was Left in the Oven, $\mathrm{La}_{4}\mathrm{Ni}_{3}\mathrm{O}_{10-\delta}$`,
    authors: ['Théodule Maravignac', 'Hye-jin Sorakbong', 'Ewa Brzozowicka', 'Declan Fitzmorrow'],
    categories: ['cond-mat.supr-con', 'cond-mat.str-el'],
    abstract: String.raw`We report bulk superconductivity with an onset at 31 K and zero resistance at 27 K, at ambient pressure, in
crystals of a trilayer nickelate that were annealed, through an oversight, for eleven days instead of eleven hours.
Magnetic susceptibility gives a shielding fraction of 83%. X-ray diffraction and tunnelling microscopy show oxygen
vacancies ordered in stripes with a period of five lattice constants, which are absent from crystals annealed as
planned. The upper critical field exceeds $48$ T along the plane. Density functional calculations suggest that the
stripes do what pressure does in the parent compound, namely straighten the $\mathrm{Ni{-}O{-}Ni}$ bond. The oversight
was repeated on purpose in two other laboratories, with the same result.`,
  },
  {
    day: 'today',
    title: 'The Physics of a Queue at a Bakery: Jamming, Politeness and the Free Roll',
    authors: ['Zebulon Hartknoll', 'Marguerite Painlevain', 'Oluwaseun Adebanji-Roth'],
    categories: ['physics.soc-ph', 'cond-mat.soft'],
    abstract: `A queue is a one-dimensional fluid of people who would rather not touch. We film the queue of one bakery for 200
mornings, and describe it as a granular material with politeness: a soft repulsion that decays with waiting time. The
model has three parameters, all of which can be measured, and explains why queues stretch when it rains, why they move
in waves, and why the waves travel backwards at 0.4 metres per second whatever the speed of the service. Giving away a
free roll at a random moment compresses the queue by a third for eleven minutes. A jammed state, predicted for holidays,
was observed on the 24th of December, and relaxed when a second till was opened.`,
  },
  {
    day: 'today',
    title: 'Turbulence Remembers: Machine-Learned Closures That Conserve Helicity',
    authors: ['Rutger Vlielander', 'Chiamaka Obuneme', 'Fiorenza Bellacqua'],
    categories: ['physics.flu-dyn', 'cs.LG', 'physics.comp-ph'],
    abstract: `Closures for turbulence that are learned from data are accurate for a while and then heat the flow, cool it, or
explode. We show that much of this drift can be traced to a conserved quantity that is seldom looked at: helicity. A
graph neural network whose messages are built from vorticity and velocity in such a combination that energy and
helicity are exchanged, but never made, stays stable for two thousand turnover times, forty times longer than the same
network without the constraint. It extrapolates from channel flow to flow over hills, and to Reynolds numbers ten
times those in training. The constraint costs nothing at run time, since it only removes parameters.`,
  },
  {
    day: 'today',
    title: 'Seven-Day Weather from a Ten-Watt Computer: Forecast Models for Places Without a Centre',
    authors: ['Marit Haugtussa', 'Emmanuel Tchindeko', 'Lupe Havealeta', 'Odhrán Mac Fhearail'],
    categories: ['physics.ao-ph', 'cs.LG'],
    abstract: `Learned weather models have made forecasting cheap, yet they are trained for, and tested on, the regions that
already have the best forecasts. We train a model of 40 million parameters on what matters to a fishing harbour or a
hill farm: wind gusts, the first rain after a drought, night frost. It runs on a ten-watt computer with no network
except a satellite receiver for initial conditions, and takes eleven minutes for seven days. At 214 stations in places
without a national forecasting centre it is as good as the best global model for four days, and better for gusts on all
seven. Eighty of the stations have used it for a year. We publish their log books, with thanks and with translations.`,
    pick: {
      upvotes: 39,
      code: 'ten-watt-weather',
      stars: 281,
      projectPage: 'https://ten-watt.example/weather',
      summary:
        'A 40M-parameter weather model on a ten-watt computer matches global models where there is no local centre.',
      keywords: ['weather forecasting', 'edge computing', 'climate'],
      comments: 5,
    },
  },
  {
    day: 'today',
    title: 'A Clock Made of Thorium and Stubbornness: Nuclear Timekeeping in a Moving Van',
    authors: ['Gottlieb Uhrenhold', 'Soledad Arizmendia', 'Yevhen Hodynnyk'],
    categories: ['physics.atom-ph', 'physics.ins-det'],
    abstract: String.raw`Nuclear clocks promise to be robust, because a nucleus hardly notices the world. We test the promise by
driving one about. A thorium-229 clock in a calcium fluoride crystal, its laser and its frequency comb were mounted in
a delivery van and driven 3,100 km, over a mountain pass of 2,340 m and across a cobbled market square. The fractional
instability was $4\times10^{-15}$ at one second while parked, and twice that on cobbles. The gravitational shift on the
pass agreed with surveyed heights to within 31 cm. We list everything that came loose. None of it was the nucleus; most
of it was held by one kind of mount, whose maker has been told.`,
  },
  {
    day: 'today',
    arxiv: 'cross',
    ageDays: 2,
    title: 'Black Holes at Tea Time: Analogue Horizons in a Draining Teapot',
    authors: ['Winifred Earlsgate', 'Bai-ling Chaxiang', 'Theophilus Agyemansa'],
    categories: ['physics.flu-dyn', 'gr-qc', 'physics.ed-ph'],
    abstract: `Water that leaves a teapot faster than waves can climb it has a horizon. We turn this remark into an experiment
for a first-year laboratory that costs less than the tea. A glass pot with a widened spout, milk for contrast and a
telephone camera suffice to measure the surface gravity of the analogue horizon, and a wave that is sent against the
stream comes back as a pair, as it should, with amplitudes whose ratio gives a temperature of a few picokelvin. Forty
groups of students obtained values that agree within 20%. We describe what goes wrong, chiefly bubbles and biscuits,
and offer instructions in nine languages.`,
  },
  {
    day: 'today',
    title: 'Echoes That Do Not Come: Ringdown Spectroscopy of the Loudest Black Hole Merger',
    authors: ['Octavia Ravensbourne', 'Luca Campanaccio', 'Sagal Warsamoon', 'Henrik Ekeløv'],
    categories: ['gr-qc', 'astro-ph.HE'],
    abstract: `If black holes had a surface instead of a horizon, a merger would be followed by echoes. We search for them
after the loudest merger on record, whose ringdown stands 94 standard deviations above the noise. Three tones of the
final black hole are resolved; their frequencies agree with general relativity to within 2%, and their decay times to
within 5%. No echo is found. Any reflecting surface farther than $10^{-20}$ Schwarzschild radii outside the horizon must
return less than 3% of the amplitude, at 95% credibility. The analysis was fixed beforehand, and run on ten thousand
stretches of noise, of which eleven contained an echo more convincing than the best one here. We explain how to repeat
the search in an afternoon on a laptop.`,
  },
  {
    day: 'today',
    title: 'Seven Loops and a Knot: Hidden Integers in a Toy Amplitude',
    authors: ['Zsófia Hurokházi', 'Dashiell Penhaligon'],
    categories: ['hep-th', 'math-ph', 'math.NT'],
    abstract: `Scattering amplitudes in a planar toy model are computed to seven loops by a recursion that turns each diagram
into a word and each integral into a pairing of words. At every order the coefficients of the highest weight are
integers, and at seven loops all 1,428 of them are divisible by seven. We prove a part of this: the integers count
lattice paths that avoid a staircase, and divisibility at a prime number of loops follows from a cyclic symmetry without
fixed points. The remaining part, a relation between the transcendental numbers that accompany them and the volume of
one particular knot complement, holds to three hundred digits. We have no explanation, and should be glad of one; the
digits are attached.`,
  },
  {
    day: 'yesterday',
    title: 'Decoding in the Dark: Quantum Error Correction When the Decoder Cannot See Half the Syndromes',
    authors: ['Hildegard Nachtweyh', 'Prosper Kouamelan', 'Yi-chen Xingqiao'],
    categories: ['quant-ph', 'cs.IT'],
    abstract: `Reading out syndromes is slow, heats the device, and is done far more often than necessary. We ask how few
suffice. For the surface code we show that a decoder which sees each syndrome only with probability $p$ keeps a
threshold for every $p > 0$, and that the optimal $p$ is well below one once readout itself disturbs the qubits. A
decoder based on belief propagation over space and time, with the unseen syndromes as latent variables, attains the
threshold in linear time. On published device parameters the best choice reads 46% of the syndromes and halves the
logical error rate. We recommend that experiments report what they would have gained by looking away.`,
  },
  {
    day: 'yesterday',
    title: 'The Quietest Stars: Solar Twins Without Cycles, and What Their Planets Hear',
    authors: ['Ambrose Tidewell', 'Ngaire Rangihuna', 'Lucrezia Montefalcone'],
    categories: ['astro-ph.SR', 'astro-ph.EP'],
    abstract: `The Sun has a cycle of eleven years; some of its twins seem to have none. We follow 84 solar twins for up to 31
years in the light of ionised calcium and find nine whose activity varies by less than 2% over the whole time. They are
neither older nor slower than the others. Four of the nine host planets within one astronomical unit, twice the usual
share, and we consider whether tides can still a dynamo, or whether quiet stars merely make exoplanets easier to find.
Simulated surveys favour the second explanation by odds of four to one. The remaining odds are interesting enough for
us to name two observations that would settle the matter within three years.`,
  },
  {
    day: 'yesterday',
    arxiv: 'replacement',
    ageDays: 130,
    version: 2,
    title: 'Ice That Sings: Acoustic Emission Before the Calving of a Small Glacier',
    authors: ['Sólveig Jökulsdalur', 'Patrice Glacenoire'],
    categories: ['physics.geo-ph', 'eess.SP'],
    abstract: `A glacier that is about to calve sings, at frequencies between 3 and 9 Hz, for up to two hours. We recorded one small
glacier with eleven hydrophones and fourteen geophones for three summers, in the course of which 68 pieces of more than
a thousand cubic metres fell. Before 51 of them the song rose in pitch by about a third, as the resonating crack
narrowed the bridge of ice that still held. An alarm based on the pitch would have warned boats 40 minutes ahead, with
one false alarm a week. This version adds the third summer, which confirms the rule, and withdraws our remark on full
moons, which it does not.`,
    doi: '10.5555/sample.2048.17',
    journalReference: 'J. Invented Glaciol. 17 (2048), pp. 101-119',
  },
];
